package io.videojob.endurance;

import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Tasks that wait for the shared time; a thread looks at the clock each millisecond, and hands over what is due. */
final class TaskQueue implements AutoCloseable {
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(1);

    /** A task that waits; who holds it may take it back. */
    record Task(long due, long order, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = Long.compare(due, other.due);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final LongSupplier clock;
    private final ExecutorService workers;
    private long orders;
    private boolean closed;

    /**
     * A queue with a thread of its own.
     *
     * @param clock is asked once a beat
     */
    TaskQueue(String name, LongSupplier clock) {
        this.clock = clock;
        this.workers = Executors.newCachedThreadPool(daemons(name));
        daemons(name + "-timer").newThread(this::run).start();
    }

    synchronized Task add(long due, Runnable work) {
        Task task = new Task(due, orders++, work);
        tasks.add(task);
        return task;
    }

    synchronized void forget(Task task) {
        tasks.remove(task);
    }

    Executor workers() {
        return workers;
    }

    private synchronized void run() {
        try {
            while (!closed) {
                long now = clock.getAsLong();
                for (Task first = tasks.peek(); first != null && first.due() <= now; first = tasks.peek()) {
                    tasks.remove(first);
                    workers.execute(first.work());
                }
                TimeUnit.NANOSECONDS.timedWait(this, BEAT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        workers.shutdown();
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
