package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a vendor writes one {@link io.videojob.Shot} that is more than its prompt. */
public final class ShotShape {
    private static final Set<WireType> DURATION_TYPES = Set.of(WireType.STRING, WireType.INTEGER, WireType.NUMBER);

    private final String prompt;
    private final @Nullable String duration;
    private final WireType durationType;
    private final String suffix;
    private final boolean durationRequired;
    private final @Nullable BigDecimal minSeconds;
    private final @Nullable BigDecimal maxSeconds;

    private ShotShape(Builder b) {
        this.prompt = b.prompt;
        this.duration = b.duration;
        this.durationType = b.durationType;
        this.suffix = b.suffix;
        this.durationRequired = b.durationRequired;
        this.minSeconds = b.minSeconds;
        this.maxSeconds = b.maxSeconds;
    }

    /** Begins a shape by the vendor's name for the prompt. */
    public static Builder builder(String prompt) {
        return new Builder(prompt);
    }

    /** The vendor's name for the prompt. */
    public String prompt() {
        return prompt;
    }

    /** The vendor's name for the duration; empty if a shot's length can't be said. */
    public Optional<String> duration() {
        return Optional.ofNullable(duration);
    }

    /** How the seconds are written: as text, a whole number or any number. */
    public WireType durationType() {
        return durationType;
    }

    /** What follows seconds that are written as text, such as {@code s}; mostly empty. */
    public String suffix() {
        return suffix;
    }

    /** True if the vendor refuses a shot without a duration. */
    public boolean isDurationRequired() {
        return durationRequired;
    }

    /** The least seconds of a shot. */
    public Optional<BigDecimal> minSeconds() {
        return Optional.ofNullable(minSeconds);
    }

    /** The most seconds of a shot. */
    public Optional<BigDecimal> maxSeconds() {
        return Optional.ofNullable(maxSeconds);
    }

    /** Collects a shape. */
    public static final class Builder {
        private final String prompt;
        private @Nullable String duration;
        private WireType durationType = WireType.INTEGER;
        private String suffix = "";
        private boolean durationRequired;
        private @Nullable BigDecimal minSeconds;
        private @Nullable BigDecimal maxSeconds;

        private Builder(String prompt) {
            this.prompt = requireNonNull(prompt, "prompt");
        }

        /** See {@link ShotShape#duration()}, {@link ShotShape#durationType()} and {@link ShotShape#suffix()}. */
        public Builder duration(String name, WireType type, String suffix) {
            this.duration = name;
            this.durationType = type;
            this.suffix = suffix;
            return this;
        }

        /** See {@link ShotShape#isDurationRequired()}. */
        public Builder durationRequired(boolean value) {
            this.durationRequired = value;
            return this;
        }

        /** See {@link ShotShape#minSeconds()} and {@link ShotShape#maxSeconds()}. */
        public Builder seconds(@Nullable BigDecimal atLeast, @Nullable BigDecimal atMost) {
            this.minSeconds = atLeast;
            this.maxSeconds = atMost;
            return this;
        }

        /**
         * The shape.
         *
         * @throws IllegalArgumentException if it contradicts itself
         */
        public ShotShape build() {
            refuseIf(
                    prompt.isBlank() || prompt.equals(duration),
                    "a shot's prompt and duration need names of their own");
            refuseIf(
                    duration == null
                            && (durationRequired || minSeconds != null || maxSeconds != null || !suffix.isEmpty()),
                    "says something of a shot's duration, but not its name");
            refuseIf(!DURATION_TYPES.contains(durationType), "writes a shot's duration as " + durationType.key());
            refuseIf(
                    !suffix.isEmpty() && durationType != WireType.STRING,
                    "has a suffix, but a shot's duration is no text");
            refuseIf(
                    minSeconds != null && maxSeconds != null && minSeconds.compareTo(maxSeconds) > 0,
                    "a shot's least seconds are over its most");
            return new ShotShape(this);
        }

        private static void refuseIf(boolean wrong, String why) {
            if (wrong) {
                throw new IllegalArgumentException(why);
            }
        }
    }
}
