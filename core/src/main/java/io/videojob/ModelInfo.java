package io.videojob;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One model at one configured provider, as {@link VideoJobs#models()} lists it. */
public final class ModelInfo {
    private final String provider;
    private final String model;
    private final @Nullable String family;
    private final List<String> aliases;
    private final String produces;
    private final List<String> modes;
    private final List<String> fields;
    private final List<Duration> durations;
    private final @Nullable Duration shortest;
    private final @Nullable Duration longest;
    private final List<String> resolutions;
    private final List<String> aspectRatios;
    private final boolean makesAudio;
    private final boolean keepsAudio;
    private final @Nullable Price price;
    private final Duration usualRun;
    private final String source;

    private ModelInfo(Builder b) {
        this.provider = b.provider;
        this.model = b.model;
        this.family = b.family;
        this.aliases = List.copyOf(b.aliases);
        this.produces = b.produces;
        this.modes = List.copyOf(b.modes);
        this.fields = List.copyOf(b.fields);
        this.durations = List.copyOf(b.durations);
        this.shortest = b.shortest;
        this.longest = b.longest;
        this.resolutions = List.copyOf(b.resolutions);
        this.aspectRatios = List.copyOf(b.aspectRatios);
        this.makesAudio = b.makesAudio;
        this.keepsAudio = b.keepsAudio;
        this.price = b.price;
        this.usualRun = b.usualRun;
        this.source = b.source;
    }

    /** Begins a model by its provider's name and the vendor's own name for it. */
    public static Builder builder(String provider, String model) {
        return new Builder(provider, model);
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

    /** Further names that requests may use: the family's, then the vendor's. */
    public List<String> aliases() {
        return aliases;
    }

    /** What to give to {@link VideoRequest#builder(String)}: the family, else {@code provider:model}. */
    public String id() {
        return family == null ? provider + ":" + model : family;
    }

    /** {@code video} or {@code image}. */
    public String produces() {
        return produces;
    }

    /** What it can be used for, such as {@code text}, {@code image}, {@code reference} or {@code lip-sync}. */
    public List<String> modes() {
        return modes;
    }

    /** The neutral fields and options it takes; required ones end in {@code *}. */
    public List<String> fields() {
        return fields;
    }

    /** True if a request may set the field. */
    public boolean takes(Field field) {
        return fields.contains(field.key()) || fields.contains(field.key() + "*");
    }

    /** All durations that can be asked for; empty where any will do between {@link #shortest()} and {@link #longest()}. */
    public List<Duration> durations() {
        return durations;
    }

    /** The least duration that can be asked for, as far as that is known. */
    public Optional<Duration> shortest() {
        return Optional.ofNullable(shortest);
    }

    /** The greatest duration that can be asked for, as far as that is known. */
    public Optional<Duration> longest() {
        return Optional.ofNullable(longest);
    }

    /** The resolutions that can be asked for; empty for any, or if there is no such setting, as {@link #takes} tells. */
    public List<String> resolutions() {
        return resolutions;
    }

    /** The aspect ratios that can be asked for; empty for any, or if there is no such setting. */
    public List<String> aspectRatios() {
        return aspectRatios;
    }

    /** True if it can be told to make a sound track, or is made for that. */
    public boolean makesAudio() {
        return makesAudio;
    }

    /** True if it can be told to keep the source video's sound. */
    public boolean keepsAudio() {
        return keepsAudio;
    }

    /** What it costs, where that is published. */
    public Optional<Price> price() {
        return Optional.ofNullable(price);
    }

    /** How long a job usually takes from its create to its end. */
    public Duration usualRun() {
        return usualRun;
    }

    /** The vendor's documents behind this, with their dates. */
    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return id() + " at " + provider + " as " + model + " " + fields;
    }

    /** Collects what is known of a model; for the catalog. */
    public static final class Builder {
        private final String provider;
        private final String model;
        private @Nullable String family;
        private List<String> aliases = List.of();
        private String produces = "video";
        private List<String> modes = List.of();
        private List<String> fields = List.of();
        private List<Duration> durations = List.of();
        private @Nullable Duration shortest;
        private @Nullable Duration longest;
        private List<String> resolutions = List.of();
        private List<String> aspectRatios = List.of();
        private boolean makesAudio;
        private boolean keepsAudio;
        private @Nullable Price price;
        private Duration usualRun = Duration.ofMinutes(3);
        private String source = "";

        private Builder(String provider, String model) {
            this.provider = requireNonNull(provider, "provider");
            this.model = requireNonNull(model, "model");
        }

        /** See {@link ModelInfo#family()} and {@link ModelInfo#aliases()}. */
        public Builder family(@Nullable String id, List<String> allAliases) {
            this.family = id;
            this.aliases = allAliases;
            return this;
        }

        /** See {@link ModelInfo#produces()} and {@link ModelInfo#modes()}. */
        public Builder produces(String what, List<String> how) {
            this.produces = what;
            this.modes = how;
            return this;
        }

        /** See {@link ModelInfo#fields()}. */
        public Builder fields(List<String> value) {
            this.fields = value;
            return this;
        }

        /** See {@link ModelInfo#durations()}, {@link ModelInfo#shortest()} and {@link ModelInfo#longest()}. */
        public Builder durations(List<Duration> all, @Nullable Duration least, @Nullable Duration greatest) {
            this.durations = all;
            this.shortest = least;
            this.longest = greatest;
            return this;
        }

        /** See {@link ModelInfo#resolutions()} and {@link ModelInfo#aspectRatios()}. */
        public Builder sizes(List<String> allResolutions, List<String> allAspectRatios) {
            this.resolutions = allResolutions;
            this.aspectRatios = allAspectRatios;
            return this;
        }

        /** See {@link ModelInfo#makesAudio()} and {@link ModelInfo#keepsAudio()}. */
        public Builder audio(boolean made, boolean kept) {
            this.makesAudio = made;
            this.keepsAudio = kept;
            return this;
        }

        /** See {@link ModelInfo#price()}. */
        public Builder price(@Nullable Price value) {
            this.price = value;
            return this;
        }

        /** See {@link ModelInfo#usualRun()}. */
        public Builder usualRun(Duration value) {
            this.usualRun = value;
            return this;
        }

        /** See {@link ModelInfo#source()}. */
        public Builder source(String value) {
            this.source = value;
            return this;
        }

        /** The model. */
        public ModelInfo build() {
            return new ModelInfo(this);
        }
    }
}
