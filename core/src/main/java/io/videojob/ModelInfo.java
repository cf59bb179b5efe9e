package io.videojob;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One model at one configured provider, as {@link VideoJobs#models()} lists it. */
public final class ModelInfo {
    private final String provider;
    private final String model;
    private final @Nullable String family;
    private final String produces;
    private final List<String> fields;

    /** For the catalog. */
    public ModelInfo(String provider, String model, @Nullable String family, String produces, List<String> fields) {
        this.provider = provider;
        this.model = model;
        this.family = family;
        this.produces = produces;
        this.fields = List.copyOf(fields);
    }

    /** The provider's name. */
    public String provider() {
        return provider;
    }

    /** The vendor's own name of the model. */
    public String model() {
        return model;
    }

    /** The neutral id that every provider of this model understands. */
    public Optional<String> family() {
        return Optional.ofNullable(family);
    }

    /** What to give to {@link VideoRequest#builder(String)}: the family, else {@code provider:model}. */
    public String id() {
        return family == null ? provider + ":" + model : family;
    }

    /** {@code video} or {@code image}. */
    public String produces() {
        return produces;
    }

    /** The neutral fields and options it takes; required ones end in {@code *}. */
    public List<String> fields() {
        return fields;
    }

    @Override
    public String toString() {
        return id() + " at " + provider + " as " + model + " " + fields;
    }
}
