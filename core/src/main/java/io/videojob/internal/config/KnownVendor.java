package io.videojob.internal.config;

import static java.util.Objects.requireNonNull;

import io.videojob.spi.VideoProviderFactory;
import java.util.Set;

/**
 * A vendor that this program has an adapter for.
 *
 * @param vendor as settings and routes write it
 * @param apiKeyVariable the environment variable that holds the key when no setting names it
 * @param extraSettings further settings of its own, below {@code videojob.provider.NAME.}
 */
public record KnownVendor(String vendor, String apiKeyVariable, Set<String> extraSettings) {
    /** Copies the set. */
    public KnownVendor {
        requireNonNull(vendor, "vendor");
        requireNonNull(apiKeyVariable, "apiKeyVariable");
        extraSettings = Set.copyOf(extraSettings);
    }

    /** What an adapter's factory says of itself. */
    public static KnownVendor of(VideoProviderFactory factory) {
        return new KnownVendor(factory.vendor(), factory.apiKeyVariable(), factory.extraSettings());
    }
}
