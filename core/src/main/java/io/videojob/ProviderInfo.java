package io.videojob;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One provider as the settings have it, with or without a key, as {@link Inspection#providers()} lists it. */
public final class ProviderInfo {
    private final String name;
    private final String vendor;
    private final boolean inUse;
    private final @Nullable URI baseUrl;
    private final @Nullable String trouble;

    /** For the library. */
    public ProviderInfo(String name, String vendor, boolean inUse, @Nullable URI baseUrl, @Nullable String trouble) {
        this.name = requireNonNull(name, "name");
        this.vendor = requireNonNull(vendor, "vendor");
        this.inUse = inUse;
        this.baseUrl = baseUrl;
        this.trouble = trouble;
    }

    /** What routes and references call it. */
    public String name() {
        return name;
    }

    /** Whose API it is. */
    public String vendor() {
        return vendor;
    }

    /** True if jobs may go there: it is in the route, or there is no route and its key is there. */
    public boolean isInUse() {
        return inUse;
    }

    /** The base URL that was set; empty for the vendor's own. */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /** Why it can't be used as it is, and what to do. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Without anything that could be secret. */
    @Override
    public String toString() {
        return name + " at " + vendor + (inUse ? ", in use" : "") + (trouble == null ? "" : ": " + trouble);
    }
}
