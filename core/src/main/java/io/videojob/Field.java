package io.videojob;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The neutral fields of a {@link VideoRequest}, each under the name that plans, profiles and messages use. A set that
 * grows: compare names, don't switch over it exhaustively.
 */
public enum Field {
    /** What the video shall show. */
    PROMPT("prompt", String.class),
    /** What it shall not show. */
    NEGATIVE_PROMPT("negativePrompt", String.class),
    /** The picture that the video starts with. */
    FIRST_FRAME("firstFrame", Media.class),
    /** The picture that the video ends with. */
    LAST_FRAME("lastFrame", Media.class),
    /** Pictures for style and appearance; the prompt calls the first {@code @Image1}. */
    REFERENCE_IMAGES("referenceImages", List.class),
    /** Persons and things; the prompt calls the first {@code @Element1}. */
    ELEMENTS("elements", List.class),
    /** The video to work on. */
    SOURCE_VIDEO("sourceVideo", Media.class),
    /** Videos for motion and style. */
    REFERENCE_VIDEOS("referenceVideos", List.class),
    /** A sound to go with, or to speak. */
    AUDIO("audio", Media.class),
    /** What of a picture or video to change: the white parts, where the vendor says nothing else. */
    MASK("mask", Media.class),
    /** Width to height, such as {@code 16:9}. */
    ASPECT_RATIO("aspectRatio", String.class),
    /** Such as {@code 1080p}. */
    RESOLUTION("resolution", String.class),
    /** How long the video shall be. */
    DURATION("duration", Duration.class),
    /** Frames a second. */
    FPS("fps", Integer.class),
    /** Equal seeds give like videos, where the model has one. */
    SEED("seed", Long.class),
    /** Whether the model makes a sound track. */
    GENERATE_AUDIO("generateAudio", Boolean.class),
    /** Whether the source video's sound is kept. */
    KEEP_AUDIO("keepAudio", Boolean.class),
    /** Whether the vendor may rewrite the prompt. */
    ENHANCE_PROMPT("enhancePrompt", Boolean.class),
    /** Whether the video carries the vendor's mark. */
    WATERMARK("watermark", Boolean.class),
    /** How closely the prompt is followed, on the model's own scale. */
    GUIDANCE("guidance", BigDecimal.class),
    /** A move of the camera, by the model's own name for it. */
    CAMERA("camera", String.class),
    /** Whether the camera stands still. */
    FIXED_CAMERA("fixedCamera", Boolean.class),
    /** How much moves, or what kind of motion, by the model's own name for it. */
    MOTION("motion", String.class),
    /** A look, by the model's own name for it. */
    STYLE("style", String.class),
    /** Whether the model may cut between several shots. */
    MULTI_SHOT("multiShot", Boolean.class),
    /** The shots one after the other, each with a prompt of its own. */
    SHOTS("shots", List.class),
    /** How many results. */
    COUNT("count", Integer.class);

    private static final Map<String, Field> BY_KEY = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_KEY.put(field.key, field);
        }
    }

    private final String key;
    private final Class<?> type;

    Field(String key, Class<?> type) {
        this.key = key;
        this.type = type;
    }

    /** The name in plans, profiles and messages, such as {@code firstFrame}. */
    public String key() {
        return key;
    }

    /**
     * The Java type of its value; lists hold {@link Media}, but {@link Element} for {@link #ELEMENTS} and
     * {@link Shot} for {@link #SHOTS}.
     */
    public Class<?> type() {
        return type;
    }

    /** The field of that name. */
    public static Optional<Field> byKey(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
