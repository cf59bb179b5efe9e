package io.videojob.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Time that stands still until {@link #advance}; then every task that is due runs, in order, on the calling thread: when
 * it returns, the webhooks of the jobs that ended have been delivered. A task that is due when it is set runs at once on
 * the thread that sets it, so that a job of no length has its webhook delivered before its create is answered.
 */
public final class ManualSandboxClock implements SandboxClock {
    private record Task(Instant when, long order, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = when.compareTo(other.when);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private Instant now;
    private long ordered;

    /** Starts at 2026-01-01, midnight UTC. */
    public ManualSandboxClock() {
        this(Instant.parse("2026-01-01T00:00:00Z"));
    }

    public ManualSandboxClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public Alarm at(Instant when, Runnable task) {
        Task waiting;
        synchronized (this) {
            if (when.isAfter(now)) {
                waiting = new Task(when, ordered++, task);
                tasks.add(waiting);
                notifyAll();
            } else {
                waiting = null;
            }
        }
        if (waiting == null) {
            task.run();
            return () -> {};
        }
        return () -> forget(waiting);
    }

    /** Moves time on. Each due task sees the time it was due at; one that sets a new due task has that run, too. */
    public void advance(Duration step) {
        Instant end = now().plus(step);
        for (Task task = nextUntil(end); task != null; task = nextUntil(end)) {
            task.work().run();
        }
    }

    /**
     * Waits, in real time, until so many tasks are waiting for theirs: for a test that must know a request has arrived
     * before it advances.
     */
    public synchronized void awaitTasks(int count) throws InterruptedException {
        while (tasks.size() < count) {
            wait();
        }
    }

    private synchronized @Nullable Task nextUntil(Instant end) {
        Task first = tasks.peek();
        if (first == null || first.when().isAfter(end)) {
            now = end;
            return null;
        }
        now = first.when();
        return tasks.poll();
    }

    private synchronized void forget(Task task) {
        tasks.remove(task);
    }
}
