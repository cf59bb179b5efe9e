package io.videojob.cli;

import io.videojob.Element;
import io.videojob.Media;
import io.videojob.VideoRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the video shows. */
final class MediaOptions {
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

    @Option(names = "--mask", paramLabel = "URL", description = "What of the picture or video to change.")
    @Nullable
    String mask;

    @Option(names = "--audio", paramLabel = "URL", description = "A sound to go with, or to speak.")
    @Nullable
    String audio;

    void addTo(VideoRequest.Builder request) {
        RequestOptions.given(video, link -> request.sourceVideo(medium(link)));
        RequestOptions.given(firstFrame, link -> request.firstFrame(medium(link)));
        RequestOptions.given(lastFrame, link -> request.lastFrame(medium(link)));
        RequestOptions.given(mask, link -> request.mask(medium(link)));
        RequestOptions.given(audio, link -> request.audio(medium(link)));
        images.forEach(link -> request.referenceImage(medium(link)));
        if (!referenceVideos.isEmpty()) {
            request.referenceVideos(
                    referenceVideos.stream().map(MediaOptions::medium).toList());
        }
        elements.forEach(views -> request.element(element(views)));
    }

    /** Commas part views; a comma inside a link is written {@code %2C}. */
    private static Element element(String views) {
        List<Media> all = Stream.of(views.split(",", -1))
                .map(String::strip)
                .map(MediaOptions::medium)
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
}
