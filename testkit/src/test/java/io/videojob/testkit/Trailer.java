package io.videojob.testkit;

import io.videojob.JobFailedException;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;

/** A user's program: makes a trailer, and a tamer one if the first is refused for what it shows. */
final class Trailer {
    private final VideoJobs jobs;

    Trailer(VideoJobs jobs) {
        this.jobs = jobs;
    }

    Path make(Path folder) throws InterruptedException {
        try {
            return save("a raccoon robs a bank", folder);
        } catch (JobFailedException e) {
            return save("a raccoon visits a bank", folder);
        }
    }

    private Path save(String prompt, Path folder) throws InterruptedException {
        VideoJob job = jobs.submit(VideoRequest.builder("atelier:video")
                .prompt(prompt)
                .duration(Duration.ofSeconds(5))
                .build());
        return job.await(Duration.ofMinutes(30))
                .saveTo(folder.resolve("trailer.mp4"))
                .file();
    }
}
