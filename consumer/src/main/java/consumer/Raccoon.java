package consumer;

import io.videojob.Element;
import io.videojob.SavedFile;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/** A program that knows no vendor: which one it is says its configuration. */
public final class Raccoon {
    private Raccoon() {}

    static SavedFile make(Properties settings, Path file) throws InterruptedException {
        try (VideoJobs jobs = VideoJobs.fromConfig(settings)) {
            VideoRequest request = VideoRequest.builder("kling-o1/video-to-video-reference")
                    .prompt("Put @Element1 on the raccoon's back")
                    .sourceVideo("https://example.com/raccoon.mp4")
                    .element(Element.of("https://example.com/fairy-front.png", "https://example.com/fairy-side.png"))
                    .duration(Duration.ofSeconds(5))
                    .build();
            return jobs.submit(request).await(Duration.ofMinutes(20)).saveTo(file);
        }
    }
}
