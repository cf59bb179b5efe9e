package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.time.SandboxClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The time of day. One thread waits and hands each task to another, so that a slow one holds up nobody. */
public final class SystemSandboxClock implements SandboxClock, AutoCloseable {
    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, daemons("videojob-sandbox-clock"));
    private final ThreadPoolExecutor tasks = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("videojob-sandbox-task"));

    public SystemSandboxClock() {
        timer.setRemoveOnCancelPolicy(true);
        // what comes after the close is of interest to nobody
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        tasks.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Alarm at(Instant when, Runnable task) {
        long wait = Math.max(0, Duration.between(now(), when).toMillis());
        ScheduledFuture<?> waiting = timer.schedule(() -> tasks.execute(task), wait, TimeUnit.MILLISECONDS);
        return () -> waiting.cancel(false);
    }

    /** Forgets all tasks and interrupts those that run. */
    @Override
    public void close() {
        timer.shutdownNow();
        tasks.shutdownNow();
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
