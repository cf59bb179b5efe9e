package io.videojob.internal.assembly;

import io.videojob.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Waits for a future by our own clock. */
final class Waiting {
    private static final Duration LONGEST = Duration.ofDays(365);

    private Waiting() {}

    /** No longer than a year: what nobody waits for can be written as forever. */
    static Duration bounded(Duration atMost) {
        return atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    }

    /** The future's value, or empty if it has none by then. Throws what the future ended with. */
    static <T> Optional<T> on(CompletableFuture<T> future, Timing timing, Duration atMost) throws InterruptedException {
        Object monitor = new Object();
        CompletableFuture<T> unused = future.whenComplete((value, failure) -> {
            synchronized (monitor) {
                monitor.notifyAll();
            }
        });
        Duration patience = bounded(atMost);
        long end = timing.nanoTime() + patience.toNanos();
        synchronized (monitor) {
            long left = patience.toNanos();
            while (!future.isDone() && left > 0) {
                timing.waitOn(monitor, left);
                left = end - timing.nanoTime();
            }
        }
        return future.isDone() ? Optional.of(future.join()) : Optional.empty();
    }
}
