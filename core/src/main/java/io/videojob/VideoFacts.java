package io.videojob;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What an MP4 says of itself in its header. The pictures themselves are not looked at. Each is empty where the file doesn't tell. */
public final class VideoFacts {
    private final @Nullable Duration duration;
    private final int width;
    private final int height;
    private final double frameRate;
    private final @Nullable Boolean audio;

    private VideoFacts(Builder builder) {
        this.duration = builder.duration;
        this.width = builder.width;
        this.height = builder.height;
        this.frameRate = builder.frameRate;
        this.audio = builder.audio;
    }

    /** Begins with nothing known; for the engine. */
    public static Builder builder() {
        return new Builder();
    }

    /** How long it plays: its longest track. */
    public Optional<Duration> duration() {
        return Optional.ofNullable(duration);
    }

    /** Pixels from left to right, as it is shown: of a film that is to be turned, after that. */
    public OptionalInt width() {
        return width > 0 ? OptionalInt.of(width) : OptionalInt.empty();
    }

    /** Pixels from top to bottom, as it is shown. */
    public OptionalInt height() {
        return height > 0 ? OptionalInt.of(height) : OptionalInt.empty();
    }

    /** Frames a second, on average. */
    public OptionalDouble frameRate() {
        return frameRate > 0 ? OptionalDouble.of(frameRate) : OptionalDouble.empty();
    }

    /** Whether there is a sound track; it may be silent. */
    public Optional<Boolean> hasAudio() {
        return Optional.ofNullable(audio);
    }

    /** "5.0 s, 1920x1080, 24 fps, no sound". */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (duration != null) {
            parts.add(String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0));
        }
        if (width > 0) {
            parts.add(width + "x" + height);
        }
        if (frameRate > 0) {
            parts.add(String.format(Locale.ROOT, "%.2f", frameRate).replaceAll("\\.?0+$", "") + " fps");
        }
        if (audio != null) {
            parts.add(audio ? "with sound" : "no sound");
        }
        return String.join(", ", parts);
    }

    /** Sets what is known. */
    public static final class Builder {
        private @Nullable Duration duration;
        private int width;
        private int height;
        private double frameRate;
        private @Nullable Boolean audio;

        private Builder() {}

        /** How long it plays. */
        public Builder duration(Duration value) {
            this.duration = requireNonNull(value, "value");
            return this;
        }

        /** Its size in pixels, as it is shown. */
        public Builder size(int newWidth, int newHeight) {
            if (newWidth < 1 || newHeight < 1) {
                throw new IllegalArgumentException("a size of " + newWidth + "x" + newHeight + " is none");
            }
            this.width = newWidth;
            this.height = newHeight;
            return this;
        }

        /** Frames a second, more than 0. */
        public Builder frameRate(double value) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("a frame rate of " + value + " is none");
            }
            this.frameRate = value;
            return this;
        }

        /** Whether there is a sound track. */
        public Builder audio(boolean value) {
            this.audio = value;
            return this;
        }

        /** The facts. */
        public VideoFacts build() {
            return new VideoFacts(this);
        }
    }
}
