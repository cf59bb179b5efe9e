package io.videojob.examples;

import io.videojob.Element;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;

/** What the examples have in common: where their settings come from, where they save, and what they ask for. */
final class Arguments {
    private Arguments() {}

    /** By the configuration file that is named first; without one as {@link VideoJobs#fromConfig()} finds it. */
    static VideoJobs jobs(String... args) {
        return args.length == 0 ? VideoJobs.fromConfig() : VideoJobs.fromConfig(Path.of(args[0]));
    }

    /** The file or folder that is named second. */
    static Path target(String otherwise, String... args) {
        return Path.of(args.length < 2 ? otherwise : args[1]);
    }

    /** Five seconds of a raccoon with a fairy on its back, there. */
    static VideoRequest raccoon(String where) {
        return VideoRequest.builder("kling-o1/video-to-video-reference")
                .prompt("Put @Element1 on the raccoon's back, " + where)
                .sourceVideo("https://example.com/raccoon.mp4")
                .element(Element.of("https://example.com/fairy-front.png", "https://example.com/fairy-side.png"))
                .duration(Duration.ofSeconds(5))
                .build();
    }
}
