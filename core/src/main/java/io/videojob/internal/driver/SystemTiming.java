package io.videojob.internal.driver;

import io.videojob.Timing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * The system's clock, dice and threads: one timer thread that only hands work over, and at most 64 workers, virtual threads
 * where the JDK has them. All are daemons.
 */
public final class SystemTiming implements Timing {
    /** The clock alone, for who has nothing to do but to tell the time. */
    public static final InstantSource CLOCK = InstantSource.system();

    private static final int MOST_WORKERS = 64;
    private static final Duration LONGEST = Duration.ofDays(365);

    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor workers;
    private final SecureRandom random = new SecureRandom();

    /** Starts no thread before there is work. */
    public SystemTiming() {
        timer = new ScheduledThreadPoolExecutor(1, daemons("videojob-timer-"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        workers = new ThreadPoolExecutor(
                MOST_WORKERS, MOST_WORKERS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), workerThreads());
        workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public Instant now() {
        return CLOCK.instant();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable task) {
        try {
            Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
            ScheduledFuture<?> future =
                    timer.schedule(() -> workers.execute(task), Math.max(0, bounded.toNanos()), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    @Override
    public Executor workers() {
        return task -> {
            try {
                workers.execute(task);
            } catch (RejectedExecutionException closed) {
                task.run();
            }
        };
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void waitOn(Object monitor, long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.timedWait(monitor, nanos);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdown();
    }

    private static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName(prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Virtual threads since JDK 21, looked up by name because this is compiled for 17. */
    private static ThreadFactory workerThreads() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
            Object ofVirtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder))
                    .invoke();
            Object named = lookup.findVirtual(builder, "name", MethodType.methodType(builder, String.class, long.class))
                    .invoke(ofVirtual, "videojob-worker-", 1L);
            return (ThreadFactory) lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
                    .invoke(named);
        } catch (ReflectiveOperationException older) {
            return daemons("videojob-worker-");
        } catch (Throwable t) {
            throw new LinkageError("virtual threads could not be set up", t);
        }
    }
}
