package io.videojob.examples;

import io.videojob.SavedFile;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Three jobs at once, and no thread that waits for them: each is saved when it is done. {@code AsynchronousCompletion
 * [CONFIG [FOLDER]]}
 */
public final class AsynchronousCompletion {
    private AsynchronousCompletion() {}

    public static void main(String[] args) {
        Path folder = Arguments.target(".", args);
        try (VideoJobs jobs = Arguments.jobs(args)) {
            // All or none: if one of the requests is refused, nothing is sent.
            List<VideoJob> submitted = jobs.submitAll(Stream.of("at dawn", "at noon", "at night")
                            .map(Arguments::raccoon)
                            .toList())
                    .jobs();

            CompletableFuture<?>[] saved =
                    submitted.stream().map(job -> save(job, folder)).toArray(CompletableFuture<?>[]::new);

            System.out.println(saved.length + " jobs are under way, and this thread is free");
            CompletableFuture.allOf(saved).join();
        }
    }

    private static CompletableFuture<SavedFile> save(VideoJob job, Path folder) {
        return job.completion()
                .thenApply(result -> result.saveTo(folder.resolve(job.id() + ".mp4")))
                .whenComplete((file, failure) ->
                        System.out.println(failure == null ? file.toString() : failure.getMessage()));
    }
}
