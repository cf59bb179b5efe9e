package io.videojob.internal.engine;

import io.videojob.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** Time that stands still until it is told to go on; everything runs on the calling thread, in order. */
final class ManualTime implements Timing {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Task> timers =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final Random random;
    private Instant now = START;
    private long count;

    ManualTime(long seed) {
        random = new Random(seed);
    }

    private record Task(Instant at, long number, Runnable work, AtomicBoolean canceled) {}

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanoTime() {
        return Duration.between(START, now).toNanos() + 1;
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        AtomicBoolean canceled = new AtomicBoolean();
        timers.add(new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), count++, task, canceled));
        return () -> canceled.set(true);
    }

    @Override
    public Executor workers() {
        return ready::add;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void waitOn(Object monitor, long nanos) {
        throw new IllegalStateException("nobody may block while time is manual");
    }

    @Override
    public void close() {
        timers.clear();
    }

    /** Does all work that is ready, without letting time pass. */
    void run() {
        for (Runnable work = ready.poll(); work != null; work = ready.poll()) {
            work.run();
        }
    }

    /** Lets time pass, doing everything that comes due on the way. */
    void advance(Duration by) {
        Instant until = now.plus(by);
        run();
        while (!timers.isEmpty() && !timers.peek().at().isAfter(until)) {
            Task task = timers.poll();
            now = task.at().isAfter(now) ? task.at() : now;
            if (!task.canceled().get()) {
                task.work().run();
                run();
            }
        }
        now = until;
    }

    /** Lets time pass while something is on the wire: nothing else gets its turn. */
    void skip(Duration by) {
        now = now.plus(by);
    }

    /** A process that ends: what was planned is forgotten. */
    void forgetEverything() {
        timers.clear();
        ready.clear();
    }
}
