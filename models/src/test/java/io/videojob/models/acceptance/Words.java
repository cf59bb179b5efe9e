package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.Element;
import io.videojob.Field;
import io.videojob.Media;
import io.videojob.Shot;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which of the vendors' names mean a neutral field, and which of their words mean its value: written down once more. */
final class Words {
    private static final Map<Field, Set<String>> NAMES = new EnumMap<>(Field.class);

    static {
        NAMES.put(Field.PROMPT, Set.of("prompt"));
        NAMES.put(Field.NEGATIVE_PROMPT, Set.of("negative_prompt"));
        NAMES.put(
                Field.FIRST_FRAME,
                Set.of(
                        "image_url",
                        "image",
                        "first_frame_image",
                        "first_frame_url",
                        "first_image_url",
                        "start_image_url",
                        "image_url_1",
                        "face",
                        "keyframes.frame0"));
        NAMES.put(
                Field.LAST_FRAME,
                Set.of(
                        "last_image_url",
                        "tail_image_url",
                        "end_image_url",
                        "last_frame_url",
                        "last_frame_image",
                        "keyframes.frame1"));
        NAMES.put(
                Field.REFERENCE_IMAGES,
                Set.of(
                        "image_urls",
                        "image_list",
                        "reference_image_urls",
                        "reference_images",
                        "reference_image_url",
                        "input_image_urls",
                        "image_url",
                        "image",
                        "image_url2",
                        "image_url3",
                        "image_url4",
                        "image_url_1",
                        "image_url_2",
                        "image_url_3",
                        "subject_image",
                        "face_image_url",
                        "input_image",
                        "references",
                        "character",
                        "character_uri"));
        NAMES.put(Field.ELEMENTS, Set.of("elements"));
        NAMES.put(Field.SOURCE_VIDEO, Set.of("video_url", "video", "target_video_url"));
        NAMES.put(Field.REFERENCE_VIDEOS, Set.of("video_urls", "video_url", "video", "reference", "reference_uri"));
        NAMES.put(Field.AUDIO, Set.of("audio_url", "audio", "input_audio", "audio_urls"));
        NAMES.put(Field.MASK, Set.of("mask_image", "mask_video_url"));
        NAMES.put(
                Field.ASPECT_RATIO,
                Set.of("aspect_ratio", "ratio", "frame_size", "dimensions", "max_area", "resolution"));
        NAMES.put(Field.RESOLUTION, Set.of("resolution", "quality"));
        NAMES.put(Field.DURATION, Set.of("duration", "num_frames", "frame_num", "length"));
        NAMES.put(Field.FPS, Set.of("fps", "frames_per_second", "target_fps"));
        NAMES.put(Field.SEED, Set.of("seed"));
        NAMES.put(Field.GENERATE_AUDIO, Set.of("generate_audio", "generate_audio_switch", "sound_effect_switch"));
        NAMES.put(Field.KEEP_AUDIO, Set.of("keep_audio", "keep_original_sound", "audio_setting"));
        NAMES.put(
                Field.ENHANCE_PROMPT,
                Set.of("enhance_prompt", "prompt_optimizer", "enable_prompt_expansion", "auto_fix", "thinking_type"));
        NAMES.put(Field.WATERMARK, Set.of("watermark"));
        NAMES.put(
                Field.GUIDANCE,
                Set.of("cfg_scale", "guidance_scale", "cfg", "cfg_strength", "sample_guide_scale", "text_guide_scale"));
        NAMES.put(Field.CAMERA, Set.of("camera_control", "camera_control.type"));
        NAMES.put(Field.FIXED_CAMERA, Set.of("camera_fixed", "camerafixed"));
        NAMES.put(Field.MOTION, Set.of("motion_mode", "movement_amplitude"));
        NAMES.put(Field.STYLE, Set.of("style"));
        NAMES.put(Field.MULTI_SHOT, Set.of("multi_shots", "shot_type", "generate_multi_clip_switch"));
        NAMES.put(Field.SHOTS, Set.of("multi_prompt"));
        NAMES.put(Field.COUNT, Set.of("num_images"));
    }

    private static final Pattern RATIO = Pattern.compile("([0-9]+)[:x]([0-9]+)");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Map<String, String> RATIO_WORDS = Map.of("adaptive", "auto", "square", "1:1");
    private static final Set<String> YES = Set.of("true", "enabled", "multi", "origin", "intelligent");
    private static final Set<String> NO = Set.of("false", "disabled", "single", "customize");
    private static final double NEARLY = 0.03;

    private Words() {}

    /** True if the vendors call the field so. */
    static boolean means(Field field, String name) {
        return NAMES.getOrDefault(field, Set.of()).contains(name);
    }

    /** The fields that {@code name} may mean. */
    static List<Field> meant(String name) {
        return NAMES.keySet().stream().filter(field -> means(field, name)).toList();
    }

    /**
     * True if the written value is what was asked for.
     *
     * @param frames frames a second, where the vendor counts a duration in frames; else 0
     */
    static boolean same(Field field, Object asked, JsonNode written, int frames) {
        if (asked instanceof Media media) {
            return written.asText().equals(media.uri())
                    || written.path("url").asText().equals(media.uri())
                    || (written.isArray() && written.size() == 1 && same(field, asked, written.get(0), frames));
        }
        if (asked instanceof Element element) {
            return written.toString().contains('"' + element.frontal().uri() + '"')
                    && element.references().stream()
                            .allMatch(other -> written.toString().contains('"' + other.uri() + '"'));
        }
        if (asked instanceof Shot shot) {
            return (written.isTextual() ? written : written.path("prompt"))
                    .asText()
                    .equals(shot.prompt());
        }
        if (asked instanceof List<?> list && list.size() == 1 && !written.isArray()) {
            return same(field, list.get(0), written, frames);
        }
        if (asked instanceof List<?> list) {
            return written.isArray()
                    && written.size() == list.size()
                    && IntStream.range(0, list.size()).allMatch(i -> same(field, list.get(i), written.get(i), frames));
        }
        return switch (field) {
            case DURATION -> sameLength(seconds(asked), written, frames);
            case ASPECT_RATIO -> sameRatio(asked.toString(), written.asText());
            case RESOLUTION -> sameResolution(asked.toString(), written.asText());
            default -> sameWord(asked, written);
        };
    }

    private static BigDecimal seconds(Object asked) {
        return asked instanceof Duration length
                ? BigDecimal.valueOf(length.toMillis(), 3)
                : new BigDecimal(asked.toString());
    }

    private static boolean sameLength(BigDecimal seconds, JsonNode written, int frames) {
        Matcher digits = DIGITS.matcher(written.asText());
        if (!digits.find()) {
            return false;
        }
        BigDecimal number = new BigDecimal(digits.group());
        if (frames == 0) {
            return number.compareTo(seconds) == 0;
        }
        BigDecimal exact = seconds.multiply(BigDecimal.valueOf(frames));
        return number.compareTo(exact) == 0 || number.compareTo(exact.add(BigDecimal.ONE)) == 0;
    }

    private static boolean sameRatio(String asked, String written) {
        Matcher one = RATIO.matcher(asked);
        Matcher other = RATIO.matcher(written);
        if (one.matches() && other.matches()) {
            return Math.abs(ratio(one) / ratio(other) - 1) < NEARLY;
        }
        return asked.equals(RATIO_WORDS.getOrDefault(written, written));
    }

    private static double ratio(Matcher matched) {
        return Double.parseDouble(matched.group(1)) / Double.parseDouble(matched.group(2));
    }

    private static boolean sameResolution(String asked, String written) {
        String one = asked.toLowerCase(Locale.ROOT);
        String other = written.toLowerCase(Locale.ROOT);
        return one.equals(other)
                || one.equals(other + "p")
                || one.equals(Map.of("hd", "720p", "fhd", "1080p").get(other));
    }

    private static boolean sameWord(Object asked, JsonNode written) {
        if (asked instanceof Boolean wish) {
            return (wish ? YES : NO).contains(written.asText());
        }
        if (asked instanceof Number number && written.isNumber()) {
            return new BigDecimal(number.toString()).compareTo(written.decimalValue()) == 0;
        }
        return asked.toString().equals(written.asText());
    }
}
