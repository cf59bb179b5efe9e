package io.videojob;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Everything the library takes from the outside world's clock and dice: the time, waiting, threads and randomness.
 *
 * <p>Nobody else in the library asks the system for any of these, so a program that hands in a manual one can let an hour
 * of retries pass in a millisecond. Thread-safe.
 */
public interface Timing extends AutoCloseable {

    /** The wall-clock time. May jump; it is written into the journal and compared between processes. */
    Instant now();

    /** A clock that never jumps, in nanoseconds from an arbitrary start. For waits inside one process. */
    long nanoTime();

    /** Runs {@code task} on {@link #workers()} after {@code delay}; at once when the delay is zero or negative. */
    Scheduled schedule(Duration delay, Runnable task);

    /** Where exchanges and listeners run. Its threads never keep the JVM alive. */
    Executor workers();

    /** Randomness for ids, tokens and jitter. Unpredictable outside of tests: webhook tokens rest on it. */
    RandomGenerator random();

    /** Waits at most {@code nanos} on {@code monitor}, which the caller holds; may return early. */
    void waitOn(Object monitor, long nanos) throws InterruptedException;

    /** Stops the timer. Tasks that wait are dropped, tasks that run are left to end. */
    @Override
    void close();

    /** A task that waits for its time. */
    interface Scheduled {
        /** Drops the task unless it has started. */
        void cancel();
    }
}
