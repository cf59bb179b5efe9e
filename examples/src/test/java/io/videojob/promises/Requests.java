package io.videojob.promises;

import io.videojob.Element;
import io.videojob.VideoRequest;
import java.time.Duration;
import java.util.List;

/** The requests of these tests. */
final class Requests {
    private static final String MEDIA = "https://media.example/";

    /** Every family of both vendors, with no more than it needs. */
    static final List<VideoRequest> SMALLEST = List.of(
            VideoRequest.builder("kling-o1/video-to-video-reference")
                    .prompt("a raccoon")
                    .sourceVideo(MEDIA + "raccoon.mp4")
                    .build(),
            VideoRequest.builder("kling-o1/video-to-video-edit")
                    .prompt("a raccoon")
                    .sourceVideo(MEDIA + "raccoon.mp4")
                    .build(),
            VideoRequest.builder("kling-o1/reference-to-video")
                    .prompt("a raccoon")
                    .referenceImage(MEDIA + "raccoon.png")
                    .build(),
            VideoRequest.builder("kling-o1/image-to-video")
                    .prompt("a raccoon")
                    .firstFrame(MEDIA + "raccoon.png")
                    .build(),
            VideoRequest.builder("kling-o1/image")
                    .prompt("a raccoon")
                    .referenceImage(MEDIA + "raccoon.png")
                    .build());

    private Requests() {}

    /** The main job: a fairy on a raccoon's back, five seconds, its sound kept. */
    static VideoRequest raccoon() {
        return raccoon("Put @Element1 on the raccoon's back").build();
    }

    /** The same with another prompt, to add to. */
    static VideoRequest.Builder raccoon(String prompt) {
        return VideoRequest.builder("kling-o1/video-to-video-reference")
                .prompt(prompt)
                .sourceVideo(MEDIA + "raccoon.mp4")
                .element(Element.of(MEDIA + "fairy-front.png", MEDIA + "fairy-side.png"))
                .duration(Duration.ofSeconds(5))
                .keepAudio(true);
    }

    /** A short request, which is told from others by its prompt. */
    static VideoRequest frame(String prompt) {
        return VideoRequest.builder("kling-o1/image-to-video")
                .prompt(prompt)
                .firstFrame(MEDIA + "raccoon.png")
                .build();
    }
}
