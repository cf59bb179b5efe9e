package io.videojob.examples;

import io.videojob.Element;
import io.videojob.SavedFile;
import io.videojob.StillRunningException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import java.nio.file.Path;
import java.time.Duration;

/** Asks for a video, waits for it, saves it. {@code SubmitAndSave [CONFIG [FILE]]} */
public final class SubmitAndSave {
    private SubmitAndSave() {}

    public static void main(String[] args) throws InterruptedException {
        Path file = Arguments.target("raccoon.mp4", args);
        try (VideoJobs jobs = Arguments.jobs(args)) {
            VideoJob job = jobs.submit(VideoRequest.builder("kling-o1/video-to-video-reference")
                    .prompt("Put @Element1 on the raccoon's back")
                    .sourceVideo("https://example.com/raccoon.mp4")
                    .element(Element.of("https://example.com/fairy-front.png", "https://example.com/fairy-side.png"))
                    .duration(Duration.ofSeconds(5))
                    .keepAudio(true)
                    .build());
            System.out.println("submitted as " + job.id());

            VideoResult result = job.await(Duration.ofMinutes(20));
            SavedFile saved = result.saveTo(file);

            System.out.println("saved " + saved.file() + ", " + saved.bytes() + " bytes, made by "
                    + result.job().vendorRef().orElseThrow());
            result.cost().ifPresent(cost -> System.out.println("cost " + cost));
        } catch (StillRunningException e) {
            System.err.println(e.getMessage()); // paid for and still running: never submit it again, attach to it
        }
    }
}
