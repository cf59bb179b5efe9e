package io.videojob;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Jobs that were taken together, to wait on as one. Each has its own end: one that fails takes nothing from its siblings,
 * which may be paid for. Thread-safe.
 */
public interface JobGroup {

    /** The jobs, in the order of their requests. */
    List<VideoJob> jobs();

    /**
     * Waits until all have ended, at most so long in all.
     *
     * @return how each ended, in the order of the requests; of one that has not, with a {@link StillRunningException}. It
     *     goes on
     */
    List<Ending> await(Duration atMost) throws InterruptedException;

    /**
     * How each ended, once all have, as a future of its own for each call. It fails only if the {@link VideoJobs} is closed
     * meanwhile: what happens to a job is in its ending.
     */
    CompletableFuture<List<Ending>> completion();

    /** Asks for the end of every job that goes on, as {@link VideoJob#cancel()} does. */
    void cancel();
}
