package io.videojob.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** The true time of a random run, and the work of all its processes, done on one thread in an order that dice decide. */
final class RunClock {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** Far more than a run needs: more than this is a loop. */
    private static final int MOST_TASKS = 200_000;

    private final PriorityQueue<Task> timers =
            new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::number));
    private final List<Task> ready = new ArrayList<>();
    private final Set<RunFiber> resting = new LinkedHashSet<>();
    private final Random order;
    private final BooleanSupplier mayRest;
    private Instant now = START;
    private long tasks;

    /**
     * A clock at its start.
     *
     * @param mayRest whether work that begins now may have to rest in the middle
     */
    RunClock(Random order, BooleanSupplier mayRest) {
        this.order = order;
        this.mayRest = mayRest;
    }

    private record Task(Instant at, long number, Runnable work, AtomicBoolean canceled) {
        void begin(boolean mayRest) {
            if (mayRest) {
                RunFiber.run(work);
            } else {
                work.run();
            }
        }
    }

    Instant now() {
        return now;
    }

    AtomicBoolean later(RunProcess process, Duration delay, Runnable work) {
        AtomicBoolean canceled = new AtomicBoolean();
        Instant at = now.plus(delay.isNegative() ? Duration.ZERO : delay);
        timers.add(new Task(at, tasks++, () -> process.enter(work), canceled));
        return canceled;
    }

    void soon(RunProcess process, Runnable work) {
        ready.add(new Task(now, tasks++, () -> process.enter(work), new AtomicBoolean()));
        if (tasks > MOST_TASKS) {
            throw new IllegalStateException("the engine never comes to rest");
        }
    }

    /** What this thread does goes on after that time, and all else meanwhile; at once if it can't rest here. */
    boolean rest(Duration time) {
        RunFiber fiber = RunFiber.current();
        if (fiber == null) {
            return false;
        }
        resting.add(fiber);
        timers.add(new Task(now.plus(time), tasks++, () -> goOn(fiber), new AtomicBoolean()));
        fiber.rest();
        return true;
    }

    /** Has everything that rests come to its end. */
    void wakeAll() {
        List.copyOf(resting).forEach(this::goOn);
    }

    private void goOn(RunFiber fiber) {
        if (resting.remove(fiber)) {
            fiber.goOn();
        }
    }

    /** Does all work that is ready, without letting time pass. */
    void run() {
        while (!ready.isEmpty()) {
            Task task = ready.remove(order.nextInt(ready.size()));
            task.begin(mayRest.getAsBoolean());
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
                task.begin(mayRest.getAsBoolean());
                run();
            }
        }
        now = until.isAfter(now) ? until : now;
    }
}
