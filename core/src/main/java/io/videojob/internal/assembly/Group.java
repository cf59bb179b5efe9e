package io.videojob.internal.assembly;

import io.videojob.Ending;
import io.videojob.JobDetachedException;
import io.videojob.JobGroup;
import io.videojob.Timing;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Waits on several handles as on one. */
final class Group implements JobGroup {
    private final List<VideoJob> jobs;
    private final Timing timing;

    Group(List<VideoJob> jobs, Timing timing) {
        this.jobs = List.copyOf(jobs);
        this.timing = timing;
    }

    @Override
    public List<VideoJob> jobs() {
        return jobs;
    }

    @Override
    public List<Ending> await(Duration atMost) throws InterruptedException {
        long end = timing.nanoTime() + Waiting.bounded(atMost).toNanos();
        List<Ending> endings = new ArrayList<>();
        for (VideoJob job : jobs) {
            Duration left = Duration.ofNanos(Math.max(0, end - timing.nanoTime()));
            try {
                endings.add(Ending.of(job, job.await(left)));
            } catch (JobDetachedException closed) {
                throw closed;
            } catch (VideoJobException e) {
                endings.add(Ending.of(job, e));
            }
        }
        return endings;
    }

    @Override
    public CompletableFuture<List<Ending>> completion() {
        List<CompletableFuture<Ending>> endings = new ArrayList<>();
        for (VideoJob job : jobs) {
            endings.add(job.completion().handle((result, failure) -> ending(job, result, failure)));
        }
        return CompletableFuture.allOf(endings.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> endings.stream().map(CompletableFuture::join).toList());
    }

    private static Ending ending(VideoJob job, @Nullable VideoResult result, @Nullable Throwable failure) {
        if (result != null) {
            return Ending.of(job, result);
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof VideoJobException ours && !(cause instanceof JobDetachedException)) {
            return Ending.of(job, ours);
        }
        throw new CompletionException(cause);
    }

    @Override
    public void cancel() {
        jobs.forEach(VideoJob::cancel);
    }

    @Override
    public String toString() {
        return "JobGroup" + jobs;
    }
}
