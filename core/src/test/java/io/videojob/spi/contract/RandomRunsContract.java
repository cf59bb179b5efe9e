package io.videojob.spi.contract;

import static org.assertj.core.api.Assertions.fail;

import io.videojob.internal.engine.RandomRuns;
import io.videojob.internal.engine.RunPlant;
import io.videojob.spi.JobJournal;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Example;

/**
 * The promises hold whatever happens: faults on every wire, processes that end at any step, two drivers on one journal,
 * webhooks early, late and false, wishes at any moment, clocks that jump.
 *
 * <p>The build does the same few runs each time. {@code -Drandom.runs=10000} does that many others, beginning at a seed that
 * the clock gives; {@code -Drandom.seed=N} begins at that one. A run that breaks a promise is told with its seed.
 */
public abstract class RandomRunsContract {

    /** An empty journal. */
    protected abstract JobJournal open() throws Exception;

    /** How many runs the build does. */
    protected abstract int usualRuns();

    @Example
    void noRunBreaksAPromise() throws Exception {
        Integer wanted = Integer.getInteger("random.runs");
        long first = Long.getLong("random.seed", wanted == null ? 1 : System.currentTimeMillis());
        int runs = wanted == null ? usualRuns() : wanted;
        System.out.println(runs + " random runs in " + getClass().getSimpleName() + ", the first with seed " + first);
        RandomRuns random = new RandomRuns(this::open, RunPlant.NONE);
        OptionalLong broken = random.firstBroken(first, runs);
        if (broken.isPresent()) {
            fail(random.tell(broken.getAsLong()).toString());
        }
        if (wanted != null) {
            System.out.println("none broke a promise; what happened in them: " + new TreeMap<>(random.tally()));
        }
    }
}
