package io.videojob.cli;

import io.videojob.Element;
import io.videojob.Media;
import io.videojob.VideoRequest;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

    /** What the video shows. */
    static final class MediaOptions {
        @Option(names = "--video", paramLabel = "URL", description = "The video to work on.")
        @Nullable
        String video;

        @Option(
                names = "--image",
                paramLabel = "URL",
                description = "A reference image, @Image1 and so on in the prompt. Repeatable.")
        List<String> images = new ArrayList<>();

        @Option(
                names = "--reference-video",
                paramLabel = "URL",
                description = "A video for motion and style, @Video1 and so on. Repeatable.")
        List<String> referenceVideos = new ArrayList<>();

        @Option(names = "--first-frame", paramLabel = "URL", description = "The picture that the video starts with.")
        @Nullable
        String firstFrame;

        @Option(names = "--last-frame", paramLabel = "URL", description = "The picture that the video ends with.")
        @Nullable
        String lastFrame;

        @Option(
                names = "--element",
                paramLabel = "FRONT[,SIDE...]",
                description = "A person or thing, @Element1 and so on. Repeatable.")
        List<String> elements = new ArrayList<>();

        @Option(names = "--audio", paramLabel = "URL", description = "A sound to go with, or to speak.")
        @Nullable
        String audio;
    }

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
            addMedia(request);
            addWords(request);
            addSwitches(request);
            knobs.options.forEach((name, value) -> request.option(name, value(value)));
            return request.build();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private void addMedia(VideoRequest.Builder request) {
        given(media.video, link -> request.sourceVideo(medium(link)));
        given(media.firstFrame, link -> request.firstFrame(medium(link)));
        given(media.lastFrame, link -> request.lastFrame(medium(link)));
        given(media.audio, link -> request.audio(medium(link)));
        media.images.forEach(link -> request.referenceImage(medium(link)));
        if (!media.referenceVideos.isEmpty()) {
            request.referenceVideos(
                    media.referenceVideos.stream().map(RequestOptions::medium).toList());
        }
        media.elements.forEach(views -> request.element(element(views)));
    }

    private void addWords(VideoRequest.Builder request) {
        given(knobs.prompt, text -> request.prompt(text.equals("-") ? StandardInput.text() : text));
        given(knobs.negativePrompt, request::negativePrompt);
        given(knobs.aspect, request::aspectRatio);
        given(knobs.duration, request::duration);
        given(knobs.resolution, request::resolution);
        given(knobs.fps, request::fps);
        given(knobs.seed, request::seed);
        given(knobs.count, request::count);
        given(knobs.tag, request::tag);
    }

    private void addSwitches(VideoRequest.Builder request) {
        given(knobs.keepAudio, request::keepAudio);
        given(knobs.generateAudio, request::generateAudio);
        given(knobs.enhancePrompt, request::enhancePrompt);
        given(knobs.watermark, request::watermark);
        if (knobs.adjust) {
            request.adjust();
        }
        if (knobs.unchecked) {
            request.allowUnknownModel();
        }
    }

    private static <T> void given(@Nullable T value, Consumer<T> taker) {
        Optional.ofNullable(value).ifPresent(taker);
    }

    /** Commas part views; a comma inside a link is written {@code %2C}. */
    private static Element element(String views) {
        List<Media> all = Stream.of(views.split(",", -1))
                .map(String::strip)
                .map(RequestOptions::medium)
                .toList();
        return Element.of(all.get(0), all.subList(1, all.size()));
    }

    private static Media medium(String text) {
        boolean link = text.matches("(?is)(https?|data):.*");
        if (!link && Files.isRegularFile(Path.of(text))) {
            return Media.file(Path.of(text));
        }
        if (!link && !text.contains("://")) {
            throw new UsageException("\"" + text.replaceFirst("(?s)\\?.*", "?…")
                    + "\" is neither a link nor a file that is there; write https://… or a file's name");
        }
        return Media.url(text);
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
