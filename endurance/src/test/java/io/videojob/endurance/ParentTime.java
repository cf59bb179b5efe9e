package io.videojob.endurance;

import io.videojob.sandbox.time.SandboxClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Moves the shared time on, so many times faster than the wall's clock, and is the vendors' clock. The time stops while
 * the machine is held up: a process that stands still for 200 ms has not lost 12 s by it.
 */
final class ParentTime implements SandboxClock, AutoCloseable {
    private static final long MOST_A_BEAT = TimeUnit.MILLISECONDS.toNanos(4);

    private final SharedClock clock;
    private final TaskQueue tasks;
    private long wall = System.nanoTime();
    private double speed;

    ParentTime(Path file, double speed) throws IOException {
        this.speed = speed;
        clock = SharedClock.open(file);
        clock.set(SharedClock.nanos(Instant.now()));
        tasks = new TaskQueue("endurance-vendors", this::beat);
    }

    private synchronized long beat() {
        long nowOnTheWall = System.nanoTime();
        long passed = Math.min(nowOnTheWall - wall, MOST_A_BEAT);
        wall = nowOnTheWall;
        long time = clock.nanos() + (long) (passed * speed);
        clock.set(time);
        return time;
    }

    /** From now on so many times faster than the wall's clock; 0 stops it. */
    synchronized void speed(double times) {
        beat();
        speed = times;
    }

    /** Moves on at once; what was to happen meanwhile happens now. */
    synchronized void skip(Duration by) {
        clock.set(clock.nanos() + by.toNanos());
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public Alarm at(Instant when, Runnable task) {
        TaskQueue.Task waiting = tasks.add(SharedClock.nanos(when), task);
        return () -> tasks.forget(waiting);
    }

    @Override
    public void close() {
        tasks.close();
    }
}
