package io.videojob.testkit;

import io.videojob.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until it is told to go on, so that a test of minutes takes none. Starts at 2026-01-01, without
 * threads of its own: what comes due runs on the thread that lets time pass, in order.
 *
 * <p>Whoever waits lets time pass: {@link io.videojob.VideoJob#await} returns as soon as the job has ended, or its patience
 * is over, by this clock. A future that is waited for by other means needs {@link #advance} first.
 *
 * <pre>{@code
 * ManualTime time = new ManualTime();
 * VideoJobs jobs = VideoJobs.builder().provider(new FakeProvider("atelier", time)).timing(time).build();
 * VideoJob job = jobs.submit(request);
 * time.advance(Duration.ofMinutes(1));      // still running
 * job.await(Duration.ofMinutes(20));        // done, at once
 * }</pre>
 *
 * <p>Randomness is the same in each run. Thread-safe.
 */
public final class ManualTime implements Timing {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long SHORT_WAIT = TimeUnit.MILLISECONDS.toNanos(2);

    private final ReentrantLock running = new ReentrantLock();
    private final PriorityQueue<Task> timers =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final Random random;
    private Instant now = START;
    private long count;
    private boolean closed;

    private record Task(Instant at, long number, Runnable work) {}

    /** Stands at 2026-01-01T00:00:00Z. */
    public ManualTime() {
        this(0);
    }

    /** The same with other randomness: other job ids, other jitter. */
    public ManualTime(long seed) {
        random = new Random(seed);
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized long nanoTime() {
        return Duration.between(START, now).toNanos();
    }

    @Override
    public synchronized Scheduled schedule(Duration delay, Runnable task) {
        Task timer = new Task(now.plus(delay.isNegative() ? Duration.ZERO : delay), count++, task);
        if (!closed) {
            timers.add(timer);
        }
        return () -> forget(timer);
    }

    @Override
    public Executor workers() {
        return this::add;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /**
     * Does all work that comes due, letting at most that much time pass, until there has been some. Never blocks, but for
     * a moment while another thread lets time pass.
     */
    @Override
    public void waitOn(Object monitor, long nanos) throws InterruptedException {
        if (!running.tryLock()) {
            // its work may need this monitor
            TimeUnit.NANOSECONDS.timedWait(monitor, SHORT_WAIT);
            return;
        }
        try {
            step(now().plusNanos(Math.max(0, nanos)));
        } finally {
            running.unlock();
        }
    }

    /** Does all work that is due, without letting time pass. */
    public void run() {
        advance(Duration.ZERO);
    }

    /**
     * Lets time pass, doing everything that comes due on the way, in order.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time doesn't go back: " + by);
        }
        running.lock();
        try {
            Instant until = now().plus(by);
            boolean more = true;
            while (more) {
                more = step(until);
            }
        } finally {
            running.unlock();
        }
    }

    /** Forgets everything that was planned. */
    @Override
    public synchronized void close() {
        closed = true;
        timers.clear();
        ready.clear();
    }

    /** One piece of work; false if none comes due by then, and then is now. */
    private boolean step(Instant until) {
        Runnable work = next(until);
        if (work != null) {
            work.run();
        }
        return work != null;
    }

    private synchronized @Nullable Runnable next(Instant until) {
        Runnable waiting = ready.poll();
        if (waiting != null) {
            return waiting;
        }
        Task timer = timers.peek();
        if (timer == null || timer.at().isAfter(until)) {
            now = until.isAfter(now) ? until : now;
            return null;
        }
        timers.remove(timer);
        now = timer.at().isAfter(now) ? timer.at() : now;
        return timer.work();
    }

    /** What comes after the end still runs once somebody lets time pass: a future may wait for it. */
    private synchronized void add(Runnable work) {
        ready.add(work);
    }

    private synchronized void forget(Task timer) {
        timers.remove(timer);
    }

    /** The time it is. */
    @Override
    public String toString() {
        return "ManualTime[" + now() + "]";
    }
}
