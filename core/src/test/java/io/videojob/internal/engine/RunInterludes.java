package io.videojob.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens while a process is held up in the middle of something. */
final class RunInterludes {
    private static final int DEEPEST = 2;

    private final RunWorld world;
    private final List<Interlude> waiting = new ArrayList<>();
    private @Nullable RunProcess process;
    private @Nullable String job;
    private int depth;

    RunInterludes(RunWorld world) {
        this.world = world;
    }

    private static final class Interlude {
        private final RunPoint point;
        private final RunStep step;
        private int left;

        Interlude(RunPoint point, int times, RunStep step) {
            this.point = point;
            this.step = step;
            this.left = times;
        }

        boolean isDue(RunPoint actual) {
            return point.isHere(actual) && --left <= 0;
        }
    }

    /** The step happens when a process comes to such a point for that many times from now on. */
    void add(RunPoint point, int times, RunStep step) {
        waiting.add(new Interlude(point, times, step));
    }

    void clear() {
        waiting.clear();
    }

    /** How many processes are held up within each other. */
    int depth() {
        return depth;
    }

    /** The process that is held up. */
    @Nullable
    RunProcess process() {
        return process;
    }

    /** The job that it is held up with. */
    @Nullable
    String job() {
        return job;
    }

    void reached(RunProcess by, RunPoint point, @Nullable String with) {
        if (depth >= DEEPEST) {
            return;
        }
        List<Interlude> due = waiting.stream().filter(i -> i.isDue(point)).toList();
        waiting.removeAll(due);
        due.forEach(interlude -> holdUp(by, point, with, interlude.step));
    }

    private void holdUp(RunProcess by, RunPoint point, @Nullable String with, RunStep step) {
        world.tell(() -> by.name + " is held up: " + point.words() + (with == null ? "" : " " + with));
        world.count("held up: " + point.words());
        RunProcess processBefore = process;
        String jobBefore = job;
        process = by;
        job = with;
        depth++;
        try {
            RunFiber.pinned(() -> world.happen(step));
        } finally {
            depth--;
            process = processBefore;
            job = jobBefore;
        }
    }
}
