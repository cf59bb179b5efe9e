package io.videojob.endurance;

import io.videojob.Timing;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The shared time as the library takes it. */
final class ChildTime implements Timing {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);

    private final SharedClock clock;
    private final TaskQueue tasks;
    private final SecureRandom random = new SecureRandom();

    ChildTime(SharedClock clock) {
        this.clock = clock;
        this.tasks = new TaskQueue("endurance-child", clock::nanos);
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public long nanoTime() {
        return clock.nanos();
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        TaskQueue.Task waiting = tasks.add(clock.nanos() + bounded.toNanos(), task);
        return () -> tasks.forget(waiting);
    }

    @Override
    public Executor workers() {
        return tasks.workers();
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /** Never long, so that whoever waits notices when the time moves on. */
    @Override
    public void waitOn(Object monitor, long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(1, Math.min(nanos, LONGEST_WAIT)));
    }

    @Override
    public void close() {
        tasks.close();
    }
}
