package io.videojob.promises;

import io.videojob.Timing;
import io.videojob.sandbox.time.SandboxClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * One clock for the library and for the vendors: so many times faster than the wall's, and able to skip ahead. Both sides
 * live in the same time, so a limit that holds here holds by itself, not by a margin between two clocks.
 *
 * <p>A fast clock stops while the machine is held up: a process that stands still for 200 ms has not lost 12 s by it.
 */
final class FastTime implements Timing, SandboxClock {
    private record Task(long due, long order, Runnable work, Executor where) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private static final int LIBRARY_THREADS = 64;
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long MOST_A_BEAT = 4 * BEAT;

    private final Instant origin = Instant.now();
    private final SecureRandom random = new SecureRandom();
    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final ExecutorService workers;
    private final ExecutorService vendors;
    private long wallAtChange = System.nanoTime();
    private long timeAtChange;
    private double speed;
    private long orders;
    private boolean closed;

    /** Begins at the wall's time. */
    FastTime(double speed) {
        this.speed = speed;
        ThreadPoolExecutor library = new ThreadPoolExecutor(
                LIBRARY_THREADS, LIBRARY_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("worker"));
        library.allowCoreThreadTimeOut(true);
        workers = library;
        vendors = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("vendor"));
        daemons("timer").newThread(this::run).start();
    }

    /** From now on so many times faster than the wall's clock. */
    synchronized void speed(double times) {
        beat();
        speed = times;
        notifyAll();
    }

    /** Moves on at once; what was to happen meanwhile happens now. */
    synchronized void skip(Duration by) {
        timeAtChange += by.toNanos();
        notifyAll();
    }

    @Override
    public Instant now() {
        return origin.plusNanos(nanoTime());
    }

    @Override
    public synchronized long nanoTime() {
        return timeAt(System.nanoTime());
    }

    private long timeAt(long wall) {
        long passed = wall - wallAtChange;
        return timeAtChange + (long) ((speed > 1 ? Math.min(passed, MOST_A_BEAT) : passed) * speed);
    }

    private void beat() {
        long wall = System.nanoTime();
        timeAtChange = timeAt(wall);
        wallAtChange = wall;
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        Task waiting = add(nanoTime() + delay.toNanos(), task, workers);
        return () -> forget(waiting);
    }

    @Override
    public Alarm at(Instant when, Runnable task) {
        Task waiting = add(Duration.between(origin, when).toNanos(), task, vendors);
        return () -> forget(waiting);
    }

    @Override
    public Executor workers() {
        return workers;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /** Never long, so that whoever waits notices a skip. */
    @Override
    public void waitOn(Object monitor, long nanos) throws InterruptedException {
        long wall = (long) (nanos / speed());
        TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(1, Math.min(wall, LONGEST_WAIT)));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        workers.shutdown();
        vendors.shutdownNow();
    }

    private synchronized double speed() {
        return speed;
    }

    private synchronized Task add(long due, Runnable work, Executor where) {
        Task task = new Task(due, orders++, work, where);
        tasks.add(task);
        notifyAll();
        return task;
    }

    private synchronized void forget(Task task) {
        tasks.remove(task);
    }

    private synchronized void run() {
        try {
            while (!closed) {
                beat();
                Task first = tasks.peek();
                long left = first == null ? Long.MAX_VALUE : first.due() - nanoTime();
                if (first != null && left <= 0) {
                    tasks.remove();
                    first.where().execute(first.work());
                } else {
                    TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, Math.min(BEAT, (long) (left / speed))));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "promises-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
