package io.videojob;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user wants, in neutral terms. Immutable. A field that was not set is not sent; not set is not the same as
 * false.
 *
 * <p>Nothing is checked against a model here: what a model takes depends on where it runs.
 * {@link VideoJobs#plan(VideoRequest)} tells, and {@link VideoJobs#submit(VideoRequest)} refuses before anything is sent.
 */
public final class VideoRequest {
    private final String model;
    private final Map<Field, Object> fields;
    private final Map<String, Object> options;
    private final boolean adjusting;
    private final boolean unknownModelAllowed;
    private final @Nullable Duration deadline;
    private final @Nullable String tag;

    private VideoRequest(Builder builder) {
        this.model = builder.model;
        this.fields = Collections.unmodifiableMap(new EnumMap<>(builder.fields));
        this.options = Collections.unmodifiableMap(new LinkedHashMap<>(builder.options));
        this.adjusting = builder.adjusting;
        this.unknownModelAllowed = builder.unknownModelAllowed;
        this.deadline = builder.deadline;
        this.tag = builder.tag;
    }

    /**
     * Begins a request for a model: a family such as {@code kling-o1/image-to-video}, which every provider that has it can
     * serve, or one provider's own model, {@code provider:its/model}.
     */
    public static Builder builder(String model) {
        return new Builder(model);
    }

    /** The model as it was asked for. */
    public String model() {
        return model;
    }

    /** The neutral fields that are set, in the order of {@link Field}. */
    public Map<Field, Object> fields() {
        return fields;
    }

    /** The value of a field as {@link Field#type()}, if it is set. */
    public Optional<Object> get(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Fields of one model that have no neutral meaning, by the vendor's own names. */
    public Map<String, Object> options() {
        return options;
    }

    /** True if durations, resolutions and aspect ratios may move to the nearest value that a model has. */
    public boolean isAdjusting() {
        return adjusting;
    }

    /** True if a vendor's model that no profile describes may be used, unchecked. */
    public boolean isUnknownModelAllowed() {
        return unknownModelAllowed;
    }

    /** How long the library works on the job before it parks it; empty: from the model's longest run. */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** The caller's own word for the job, kept with it and searchable. */
    public Optional<String> tag() {
        return Optional.ofNullable(tag);
    }

    /** The same request as a builder, to change something. */
    public Builder toBuilder() {
        Builder builder = new Builder(model);
        builder.fields.putAll(fields);
        builder.options.putAll(options);
        builder.adjusting = adjusting;
        builder.unknownModelAllowed = unknownModelAllowed;
        builder.deadline = deadline;
        builder.tag = tag;
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VideoRequest that
                && model.equals(that.model)
                && fields.equals(that.fields)
                && options.equals(that.options)
                && adjusting == that.adjusting
                && unknownModelAllowed == that.unknownModelAllowed
                && java.util.Objects.equals(deadline, that.deadline)
                && java.util.Objects.equals(tag, that.tag);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + fields.hashCode();
    }

    /** Media without their query strings. */
    @Override
    public String toString() {
        return "VideoRequest[" + model + " " + fields + (options.isEmpty() ? "" : " options " + options.keySet()) + "]";
    }

    /** Sets fields; the last value of a field counts. */
    public static final class Builder {
        private final String model;
        private final Map<Field, Object> fields = new EnumMap<>(Field.class);
        private final Map<String, Object> options = new LinkedHashMap<>();
        private boolean adjusting;
        private boolean unknownModelAllowed;
        private @Nullable Duration deadline;
        private @Nullable String tag;

        private Builder(String model) {
            if (requireNonNull(model, "model").isBlank()) {
                throw new IllegalArgumentException("the model is blank; VideoJobs.models() lists what there is");
            }
            this.model = model.strip();
        }

        /** What the video shall show. May call media by name: {@code @Element1}, {@code @Image1}, {@code @Video1}. */
        public Builder prompt(String prompt) {
            return set(Field.PROMPT, prompt);
        }

        /** What it shall not show. */
        public Builder negativePrompt(String negativePrompt) {
            return set(Field.NEGATIVE_PROMPT, negativePrompt);
        }

        /** The picture that the video starts with. */
        public Builder firstFrame(Media image) {
            return set(Field.FIRST_FRAME, image);
        }

        /** The picture that the video starts with, as a link. */
        public Builder firstFrame(String url) {
            return firstFrame(Media.url(url));
        }

        /** The picture that the video ends with. */
        public Builder lastFrame(Media image) {
            return set(Field.LAST_FRAME, image);
        }

        /** The picture that the video ends with, as a link. */
        public Builder lastFrame(String url) {
            return lastFrame(Media.url(url));
        }

        /** One more reference image; the prompt calls the first {@code @Image1}. */
        public Builder referenceImage(Media image) {
            return add(Field.REFERENCE_IMAGES, image);
        }

        /** One more reference image, as a link. */
        public Builder referenceImage(String url) {
            return referenceImage(Media.url(url));
        }

        /** All reference images, in order. */
        public Builder referenceImages(List<Media> images) {
            return set(Field.REFERENCE_IMAGES, List.copyOf(images));
        }

        /** All reference images in order, as links. */
        public Builder referenceImages(String... urls) {
            return referenceImages(Arrays.stream(urls).map(Media::url).toList());
        }

        /** One more element; the prompt calls the first {@code @Element1}. */
        public Builder element(Element element) {
            return add(Field.ELEMENTS, element);
        }

        /** All elements, in order. */
        public Builder elements(List<Element> elements) {
            return set(Field.ELEMENTS, List.copyOf(elements));
        }

        /** The video to work on. */
        public Builder sourceVideo(Media video) {
            return set(Field.SOURCE_VIDEO, video);
        }

        /** The video to work on, as a link. */
        public Builder sourceVideo(String url) {
            return sourceVideo(Media.url(url));
        }

        /** Videos for motion and style, in order. */
        public Builder referenceVideos(List<Media> videos) {
            return set(Field.REFERENCE_VIDEOS, List.copyOf(videos));
        }

        /** Videos for motion and style in order, as links. */
        public Builder referenceVideos(String... urls) {
            return referenceVideos(Arrays.stream(urls).map(Media::url).toList());
        }

        /** A sound to go with, or to speak. */
        public Builder audio(Media audio) {
            return set(Field.AUDIO, audio);
        }

        /** A sound to go with, or to speak, as a link. */
        public Builder audio(String url) {
            return audio(Media.url(url));
        }

        /** What of the picture or video to change. */
        public Builder mask(Media mask) {
            return set(Field.MASK, mask);
        }

        /** What of the picture or video to change, as a link. */
        public Builder mask(String url) {
            return mask(Media.url(url));
        }

        /** Width to height, such as {@code 16:9}. */
        public Builder aspectRatio(String aspectRatio) {
            return set(Field.ASPECT_RATIO, aspectRatio);
        }

        /** Such as {@code 1080p}. */
        public Builder resolution(String resolution) {
            return set(Field.RESOLUTION, resolution);
        }

        /**
         * How long the video shall be.
         *
         * @throws IllegalArgumentException if it isn't positive
         */
        public Builder duration(Duration duration) {
            requirePositive("duration", duration);
            return set(Field.DURATION, duration);
        }

        /** Frames a second, at least 1. */
        public Builder fps(int fps) {
            requireAtLeastOne("fps", fps);
            return set(Field.FPS, fps);
        }

        /** Equal seeds give like videos, where the model has one. */
        public Builder seed(long seed) {
            return set(Field.SEED, seed);
        }

        /** Whether the model makes a sound track. */
        public Builder generateAudio(boolean generateAudio) {
            return set(Field.GENERATE_AUDIO, generateAudio);
        }

        /** Whether the source video's sound is kept. */
        public Builder keepAudio(boolean keepAudio) {
            return set(Field.KEEP_AUDIO, keepAudio);
        }

        /** Whether the vendor may rewrite the prompt. */
        public Builder enhancePrompt(boolean enhancePrompt) {
            return set(Field.ENHANCE_PROMPT, enhancePrompt);
        }

        /** Whether the video carries the vendor's mark. */
        public Builder watermark(boolean watermark) {
            return set(Field.WATERMARK, watermark);
        }

        /** How closely the prompt is followed, on the model's own scale. */
        public Builder guidance(BigDecimal guidance) {
            return set(Field.GUIDANCE, guidance);
        }

        /** A move of the camera, by the model's own name for it. */
        public Builder camera(String move) {
            return set(Field.CAMERA, move);
        }

        /** Whether the camera stands still. */
        public Builder fixedCamera(boolean fixedCamera) {
            return set(Field.FIXED_CAMERA, fixedCamera);
        }

        /** How much moves, or what kind of motion, by the model's own name for it. */
        public Builder motion(String motion) {
            return set(Field.MOTION, motion);
        }

        /** A look, by the model's own name for it. */
        public Builder style(String style) {
            return set(Field.STYLE, style);
        }

        /** Whether the model may cut between several shots. */
        public Builder multiShot(boolean multiShot) {
            return set(Field.MULTI_SHOT, multiShot);
        }

        /** One more shot. */
        public Builder shot(Shot shot) {
            return add(Field.SHOTS, shot);
        }

        /** All shots, in order. */
        public Builder shots(List<Shot> shots) {
            return set(Field.SHOTS, List.copyOf(shots));
        }

        /** How many results, at least 1. */
        public Builder count(int count) {
            requireAtLeastOne("count", count);
            return set(Field.COUNT, count);
        }

        /**
         * Anything else that the model's profile declares, by the vendor's own name; checked against the profile like the
         * rest.
         *
         * @param value a {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code BigDecimal},
         *     {@code Double}, or a {@code List} or {@code Map} of these
         */
        public Builder option(String name, Object value) {
            if (requireNonNull(name, "name").isBlank()) {
                throw new IllegalArgumentException("an option's name is blank");
            }
            options.put(name, OptionValues.copy(name, value));
            return this;
        }

        /** Sets any field to a value of its {@link Field#type()}; for programs that take fields from elsewhere. */
        public Builder set(Field field, Object value) {
            if (!field.type().isInstance(requireNonNull(value, field.key()))) {
                throw new IllegalArgumentException(
                        field.key() + " is a " + field.type().getSimpleName() + ", not a "
                                + value.getClass().getSimpleName());
            }
            fields.put(field, value);
            return this;
        }

        /** Lets durations, resolutions and aspect ratios move to the nearest value that a model has; each move is told. */
        public Builder adjust() {
            this.adjusting = true;
            return this;
        }

        /** Allows {@code provider:model} that no profile describes; reported as unchecked. */
        public Builder allowUnknownModel() {
            this.unknownModelAllowed = true;
            return this;
        }

        /** How long the library works on the job before it parks it. Positive, at most 365 days. */
        public Builder deadline(Duration deadline) {
            requirePositive("deadline", deadline);
            if (deadline.compareTo(Duration.ofDays(365)) > 0) {
                throw new IllegalArgumentException("deadline is " + deadline + "; at most 365 days");
            }
            this.deadline = deadline;
            return this;
        }

        /** The caller's own word for the job, at most 200 characters; kept with it, never sent. */
        public Builder tag(String tag) {
            if (requireNonNull(tag, "tag").length() > 200) {
                throw new IllegalArgumentException("the tag has " + tag.length() + " characters; at most 200");
            }
            this.tag = tag;
            return this;
        }

        /** The request. */
        public VideoRequest build() {
            return new VideoRequest(this);
        }

        private Builder add(Field field, Object value) {
            List<Object> all = new ArrayList<>((List<?>) fields.getOrDefault(field, List.of()));
            all.add(requireNonNull(value, field.key()));
            return set(field, List.copyOf(all));
        }

        private static void requirePositive(String name, Duration value) {
            if (requireNonNull(value, name).isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " is " + value + "; it must be positive");
            }
        }

        private static void requireAtLeastOne(String name, int value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " is " + value + "; at least 1");
            }
        }
    }
}
