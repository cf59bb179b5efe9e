package io.videojob;

import java.time.Duration;
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
    private final Duration usualRun;

    /** For the catalog. */
    public ModelInfo(
            String provider,
            String model,
            @Nullable String family,
            String produces,
            List<String> fields,
            Duration usualRun) {
        this.provider = provider;
        this.model = model;
        this.family = family;
        this.produces = produces;
        this.fields = List.copyOf(fields);
        this.usualRun = usualRun;
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

    /** How long a job usually takes from its create to its end. */
    public Duration usualRun() {
        return usualRun;
    }

    @Override
    public String toString() {
        return id() + " at " + provider + " as " + model + " " + fields;
    }
}
