package io.videojob.cli;

import io.videojob.Shot;
import io.videojob.VideoRequest;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a video is asked for with. What isn't given isn't sent. */
final class RequestOptions {
    @Parameters(
            paramLabel = "MODEL",
            description =
                    "Such as kling-o1/video-to-video-reference, see \"videojob models\"; or one provider's own: PROVIDER:MODEL.")
    String model = "";

    @Mixin
    MediaOptions media = new MediaOptions();

    @Mixin
    Knobs knobs = new Knobs();

    /** How it shall be. */
    static final class Knobs {
        @Option(
                names = {"-p", "--prompt"},
                paramLabel = "TEXT",
                description = "What the video shall show; - reads it from standard input.")
        @Nullable
        String prompt;

        @Option(names = "--negative-prompt", paramLabel = "TEXT", description = "What it shall not show.")
        @Nullable
        String negativePrompt;

        @Option(names = "--aspect", paramLabel = "W:H", description = "Such as 16:9.")
        @Nullable
        String aspect;

        @Option(
                names = "--duration",
                paramLabel = "TIME",
                converter = Durations.class,
                description = "How long it shall be, such as 5s.")
        @Nullable
        Duration duration;

        @Option(names = "--resolution", paramLabel = "R", description = "Such as 1080p.")
        @Nullable
        String resolution;

        @Option(names = "--fps", paramLabel = "N", description = "Frames a second.")
        @Nullable
        Integer fps;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Equal seeds give like videos, where the model has one.")
        @Nullable
        Long seed;

        @Option(
                names = "--guidance",
                paramLabel = "N",
                description = "How closely the prompt is followed, on the model's own scale.")
        @Nullable
        BigDecimal guidance;

        @Option(
                names = "--camera",
                paramLabel = "MOVE",
                description = "A move of the camera, by the model's name for it.")
        @Nullable
        String camera;

        @Option(names = "--motion", paramLabel = "MOTION", description = "How much moves, by the model's name for it.")
        @Nullable
        String motion;

        @Option(names = "--style", paramLabel = "STYLE", description = "A look, by the model's name for it.")
        @Nullable
        String style;

        @Option(
                names = "--shot",
                paramLabel = "[TIME:]TEXT",
                description = "One of several shots, such as \"3s: A fox wakes up\". Repeatable.")
        List<String> shots = new ArrayList<>();

        @Option(names = "--count", paramLabel = "N", description = "How many results.")
        @Nullable
        Integer count;

        @Option(names = "--keep-audio", negatable = true, description = "Whether the source video's sound is kept.")
        @Nullable
        Boolean keepAudio;

        @Option(names = "--generate-audio", negatable = true, description = "Whether the model makes a sound track.")
        @Nullable
        Boolean generateAudio;

        @Option(
                names = "--enhance-prompt",
                negatable = true,
                description = "Whether the vendor may rewrite the prompt.")
        @Nullable
        Boolean enhancePrompt;

        @Option(names = "--watermark", negatable = true, description = "Whether the video carries the vendor's mark.")
        @Nullable
        Boolean watermark;

        @Option(names = "--fixed-camera", negatable = true, description = "Whether the camera stands still.")
        @Nullable
        Boolean fixedCamera;

        @Option(names = "--multi-shot", negatable = true, description = "Whether the model may cut between shots.")
        @Nullable
        Boolean multiShot;

        @Option(
                names = "--option",
                paramLabel = "NAME=VALUE",
                description = "Anything else the model declares. Repeatable.")
        Map<String, String> options = new LinkedHashMap<>();

        @Option(
                names = "--adjust",
                description = "Let duration, resolution and aspect move to the nearest value the model has.")
        boolean adjust;

        @Option(names = "--unchecked", description = "Send to a PROVIDER:MODEL that no profile describes, unchecked.")
        boolean unchecked;

        @Option(
                names = "--tag",
                paramLabel = "TEXT",
                description = "Your own word for the job; kept with it, never sent.")
        @Nullable
        String tag;
    }

    /** The request; a {@link UsageException} if a value can't be one. */
    VideoRequest toRequest() {
        try {
            VideoRequest.Builder request = VideoRequest.builder(model);
            media.addTo(request);
            addWords(request);
            addSwitches(request);
            knobs.options.forEach((name, value) -> request.option(name, value(value)));
            return request.build();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void addWords(VideoRequest.Builder request) {
        given(knobs.prompt, text -> request.prompt(text.equals("-") ? StandardInput.text() : text));
        given(knobs.negativePrompt, request::negativePrompt);
        given(knobs.aspect, request::aspectRatio);
        given(knobs.duration, request::duration);
        given(knobs.resolution, request::resolution);
        given(knobs.fps, request::fps);
        given(knobs.seed, request::seed);
        given(knobs.guidance, request::guidance);
        given(knobs.camera, request::camera);
        given(knobs.motion, request::motion);
        given(knobs.style, request::style);
        knobs.shots.forEach(text -> request.shot(shot(text)));
        given(knobs.count, request::count);
        given(knobs.tag, request::tag);
    }

    private void addSwitches(VideoRequest.Builder request) {
        given(knobs.keepAudio, request::keepAudio);
        given(knobs.generateAudio, request::generateAudio);
        given(knobs.enhancePrompt, request::enhancePrompt);
        given(knobs.watermark, request::watermark);
        given(knobs.fixedCamera, request::fixedCamera);
        given(knobs.multiShot, request::multiShot);
        if (knobs.adjust) {
            request.adjust();
        }
        if (knobs.unchecked) {
            request.allowUnknownModel();
        }
    }

    static <T> void given(@Nullable T value, Consumer<T> taker) {
        Optional.ofNullable(value).ifPresent(taker);
    }

    /** A time before the first colon, with its unit, is how long the shot is. */
    private static Shot shot(String text) {
        int colon = text.indexOf(':');
        String time = text.substring(0, Math.max(0, colon)).strip();
        return time.matches("[0-9.]+(ms|s|m)")
                ? Shot.of(text.substring(colon + 1).strip(), new Durations().convert(time))
                : Shot.of(text.strip());
    }

    /** Numbers and true or false as such; in quotes, text. */
    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}")) {
            return new BigDecimal(text);
        }
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
