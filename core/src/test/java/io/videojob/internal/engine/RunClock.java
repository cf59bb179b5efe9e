package io.videojob.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/** The true time of a random run, and the work of all its processes, done on one thread in an order that dice decide. */
final class RunClock {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** Far more than a run needs: more than this is a loop. */
    private static final int MOST_TASKS = 200_000;

    private final PriorityQueue<Task> timers =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private final List<Task> ready = new ArrayList<>();
    private final Random order;
    private Instant now = START;
    private long tasks;

    RunClock(Random order) {
        this.order = order;
    }

    private record Task(Instant at, long number, RunProcess process, Runnable work, AtomicBoolean canceled) {}

    Instant now() {
        return now;
    }

    AtomicBoolean later(RunProcess process, Duration delay, Runnable work) {
        AtomicBoolean canceled = new AtomicBoolean();
        Instant at = now.plus(delay.isNegative() ? Duration.ZERO : delay);
        timers.add(new Task(at, tasks++, process, work, canceled));
        return canceled;
    }

    void soon(RunProcess process, Runnable work) {
        ready.add(new Task(now, tasks++, process, work, new AtomicBoolean()));
        if (tasks > MOST_TASKS) {
            throw new IllegalStateException("the engine never comes to rest");
        }
    }

    /** Does all work that is ready, without letting time pass. */
    void run() {
        while (!ready.isEmpty()) {
            Task task = ready.remove(order.nextInt(ready.size()));
            task.process.enter(task.work);
        }
    }

    /** Lets time pass. May be called while a process is in the middle of something: then that one is held up. */
    void pass(Duration by) {
        Instant until = now.plus(by);
        run();
        while (!timers.isEmpty() && !timers.peek().at.isAfter(until)) {
            Task task = timers.poll();
            now = task.at.isAfter(now) ? task.at : now;
            if (!task.canceled.get()) {
                task.process.enter(task.work);
                run();
            }
        }
        now = until.isAfter(now) ? until : now;
    }
}
