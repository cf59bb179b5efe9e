package io.videojob;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One shot of a video that is cut from several: what it shows and, if that matters, how long. */
public final class Shot {
    private final String prompt;
    private final @Nullable Duration duration;

    private Shot(String prompt, @Nullable Duration duration) {
        this.prompt = requireNonNull(prompt, "prompt");
        this.duration = duration;
        if (duration != null && (duration.isNegative() || duration.isZero())) {
            throw new IllegalArgumentException("a shot's duration is " + duration + "; it must be positive");
        }
    }

    /** A shot as long as the model makes it. */
    public static Shot of(String prompt) {
        return new Shot(prompt, null);
    }

    /**
     * A shot of that length.
     *
     * @throws IllegalArgumentException if the duration isn't positive
     */
    public static Shot of(String prompt, Duration duration) {
        return new Shot(prompt, requireNonNull(duration, "duration"));
    }

    /** What it shows. May call media by name, as the request's prompt does. */
    public String prompt() {
        return prompt;
    }

    /** How long it is; empty: as long as the model makes it. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shot that && prompt.equals(that.prompt) && Objects.equals(duration, that.duration);
    }

    @Override
    public int hashCode() {
        return 31 * prompt.hashCode() + Objects.hashCode(duration);
    }

    @Override
    public String toString() {
        return "Shot[" + prompt + (duration == null ? "" : " " + duration) + "]";
    }
}
