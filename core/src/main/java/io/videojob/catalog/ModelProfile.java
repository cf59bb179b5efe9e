package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Price;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One model at one vendor, as data: facts only. Adapters read theirs with {@link Profiles}; {@link Translator} writes
 * requests in its words.
 */
public final class ModelProfile {
    private final String slug;
    private final List<String> aliases;
    private final @Nullable String family;
    private final String produces;
    private final Duration usualRun;
    private final Duration longestRun;
    private final Duration createTimeout;
    private final Map<String, String> hints;
    private final List<FieldSpec> fields;
    private final List<Constraint> constraints;
    private final Map<String, MediaNaming> mediaNames;
    private final @Nullable Price price;
    private final @Nullable LocalDate endsOn;
    private final @Nullable String replacedBy;
    private final String source;
    private final List<String> modes;

    private ModelProfile(Builder b) {
        this.slug = b.slug;
        this.aliases = List.copyOf(b.aliases);
        this.family = b.family;
        this.produces = b.produces;
        this.usualRun = b.usualRun;
        this.longestRun = b.longestRun;
        this.createTimeout = b.createTimeout;
        this.hints = Map.copyOf(b.hints);
        this.fields = List.copyOf(b.fields);
        this.constraints = ProfileRules.withFrameRate(fields, b.constraints);
        this.mediaNames = Map.copyOf(b.mediaNames);
        this.price = b.price;
        this.endsOn = b.endsOn;
        this.replacedBy = b.replacedBy;
        this.source = b.source;
        this.modes = b.modes.isEmpty() ? Modes.derived(this) : List.copyOf(b.modes);
    }

    /** Begins the profile of a model by the vendor's own name. */
    public static Builder builder(String slug) {
        return new Builder(slug);
    }

    /** The vendor's own name. */
    public String slug() {
        return slug;
    }

    /** Further names that the vendor takes for it. */
    public List<String> aliases() {
        return aliases;
    }

    /** The neutral id of the same model at several vendors. */
    public Optional<String> family() {
        return Optional.ofNullable(family);
    }

    /** {@code video} or {@code image}. */
    public String produces() {
        return produces;
    }

    /** How long a run takes, as the vendor says or shows. */
    public Duration usualRun() {
        return usualRun;
    }

    /** After this a run may be taken as dead. */
    public Duration longestRun() {
        return longestRun;
    }

    /** How long the answer to a create may take: moments, or a whole run for a model that answers with its result. */
    public Duration createTimeout() {
        return createTimeout;
    }

    /** Words for the adapter alone, such as which endpoint serves the model. */
    public Map<String, String> hints() {
        return hints;
    }

    /** What it takes, neutral fields and options, in the order in which they are sent. */
    public List<FieldSpec> fields() {
        return fields;
    }

    /** The field or option of that {@link FieldSpec#name()}. */
    public Optional<FieldSpec> field(String name) {
        for (FieldSpec spec : fields) {
            if (spec.name().equals(name)) {
                return Optional.of(spec);
            }
        }
        return Optional.empty();
    }

    /** Rules over several fields. */
    public List<Constraint> constraints() {
        return constraints;
    }

    /** How its prompts call media by number, for {@code Image}, {@code Element} and {@code Video}, as far as they can. */
    public Map<String, MediaNaming> mediaNames() {
        return mediaNames;
    }

    /** What it costs, where that is published. */
    public Optional<Price> price() {
        return Optional.ofNullable(price);
    }

    /** The last day on which the vendor serves it, in UTC, where it has said so. */
    public Optional<LocalDate> endsOn() {
        return Optional.ofNullable(endsOn);
    }

    /** The model that the vendor advises in its place. */
    public Optional<String> replacedBy() {
        return Optional.ofNullable(replacedBy);
    }

    /** The vendor's documents behind these facts, with their dates. */
    public String source() {
        return source;
    }

    /**
     * What it can be used for: {@code text}, {@code image} (from a first frame), {@code frames} (to a last one),
     * {@code reference}, {@code edit} as its fields tell, unless the profile says it, as for {@code extend},
     * {@code lip-sync} or {@code upscale}.
     */
    public List<String> modes() {
        return modes;
    }

    @Override
    public String toString() {
        return slug;
    }

    /** Collects a profile. */
    public static final class Builder {
        private final String slug;
        private List<String> aliases = List.of();
        private @Nullable String family;
        private String produces = "video";
        private Duration usualRun = Duration.ofMinutes(3);
        private Duration longestRun = Duration.ofMinutes(30);
        private Duration createTimeout = Duration.ofSeconds(60);
        private Map<String, String> hints = Map.of();
        private List<FieldSpec> fields = List.of();
        private List<Constraint> constraints = List.of();
        private Map<String, MediaNaming> mediaNames = Map.of();
        private @Nullable Price price;
        private @Nullable LocalDate endsOn;
        private @Nullable String replacedBy;
        private String source = "";
        private List<String> modes = List.of();

        private Builder(String slug) {
            this.slug = requireNonNull(slug, "slug");
        }

        /** See {@link ModelProfile#aliases()}. */
        public Builder aliases(List<String> value) {
            this.aliases = value;
            return this;
        }

        /** See {@link ModelProfile#family()}. */
        public Builder family(@Nullable String value) {
            this.family = value;
            return this;
        }

        /** See {@link ModelProfile#produces()}. */
        public Builder produces(String value) {
            this.produces = value;
            return this;
        }

        /** See {@link ModelProfile#usualRun()} and {@link ModelProfile#longestRun()}. */
        public Builder runs(Duration usual, Duration longest) {
            this.usualRun = usual;
            this.longestRun = longest;
            return this;
        }

        /** See {@link ModelProfile#createTimeout()}. */
        public Builder createTimeout(Duration value) {
            this.createTimeout = value;
            return this;
        }

        /** See {@link ModelProfile#hints()}. */
        public Builder hints(Map<String, String> value) {
            this.hints = value;
            return this;
        }

        /** See {@link ModelProfile#fields()}. */
        public Builder fields(List<FieldSpec> value) {
            this.fields = value;
            return this;
        }

        /** See {@link ModelProfile#constraints()}. */
        public Builder constraints(List<Constraint> value) {
            this.constraints = value;
            return this;
        }

        /** See {@link ModelProfile#mediaNames()}. */
        public Builder mediaNames(Map<String, MediaNaming> value) {
            this.mediaNames = value;
            return this;
        }

        /** See {@link ModelProfile#price()}. */
        public Builder price(@Nullable Price value) {
            this.price = value;
            return this;
        }

        /** See {@link ModelProfile#endsOn()} and {@link ModelProfile#replacedBy()}. */
        public Builder ends(@Nullable LocalDate lastDay, @Nullable String successor) {
            this.endsOn = lastDay;
            this.replacedBy = successor;
            return this;
        }

        /** See {@link ModelProfile#source()}. */
        public Builder source(String value) {
            this.source = value;
            return this;
        }

        /** See {@link ModelProfile#modes()}; none: as the fields tell. */
        public Builder modes(List<String> value) {
            this.modes = value;
            return this;
        }

        /**
         * The profile.
         *
         * @throws IllegalArgumentException if it contradicts itself, such as a constraint on a field that it lacks
         */
        public ModelProfile build() {
            ModelProfile profile = new ModelProfile(this);
            ProfileRules.check(profile);
            return profile;
        }
    }
}
