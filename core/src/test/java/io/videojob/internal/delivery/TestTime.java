package io.videojob.internal.delivery;

import io.videojob.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Time that stands still until a server says that it will send nothing more; then each wait is over at once, as if it had
 * been waited through.
 */
final class TestTime implements Timing {
    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final Random random = new Random(7);
    /** What was waited through, each at once. */
    final List<Duration> pauses = new ArrayList<>();

    private volatile boolean stalled;
    private long passed;

    /** From now on nobody waits for anything. */
    void stall() {
        stalled = true;
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public long nanoTime() {
        return passed;
    }

    @Override
    public void waitOn(Object monitor, long nanos) throws InterruptedException {
        if (stalled) {
            passed += nanos;
        } else {
            // short, because the server's word may come while nothing arrives
            TimeUnit.MILLISECONDS.timedWait(monitor, 20);
        }
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        pauses.add(delay);
        task.run();
        return () -> {};
    }

    @Override
    public Executor workers() {
        throw new UnsupportedOperationException();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void close() {}
}
