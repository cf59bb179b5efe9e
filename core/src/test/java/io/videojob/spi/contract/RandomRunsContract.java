package io.videojob.spi.contract;

import static org.assertj.core.api.Assertions.fail;

import io.videojob.internal.engine.RandomRuns;
import io.videojob.internal.engine.RunPlant;
import io.videojob.spi.JobJournal;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import net.jqwik.api.Example;

/**
 * The promises hold whatever happens: faults on every wire, processes that end at any step, two drivers on one journal,
 * webhooks early, late and false, wishes at any moment, clocks that jump.
 *
 * <p>The build does the same {@value #USUAL} runs each time, over all journals together. A run that breaks a promise is told
 * with its seed, as small as it can be made; {@code -Drandom.seed=N} does that one alone. Many others, as for a night,
 * begin at a seed that the clock gives and are done by
 *
 * <pre>{@code
 * mvn test -pl core,journal-jdbc -am -Drandom.runs=10000 -Dtest='*RandomRunsTest' -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
public abstract class RandomRunsContract {
    private static final int USUAL = 300;

    /** Handles on an empty journal: as many as there may be processes, or fewer, if they can't but share. */
    protected abstract List<JobJournal> open(int processes) throws Exception;

    /** How many of the usual runs are over this journal; of any other number as large a share. */
    protected abstract int usualRuns();

    @Example
    void noRunBreaksAPromise() throws Exception {
        RandomRuns random = new RandomRuns(this::open, RunPlant.NONE);
        Long seed = Long.getLong("random.seed");
        Integer wanted = Integer.getInteger("random.runs");
        if (seed != null) {
            require(random, seed, 1);
        } else if (wanted != null) {
            require(random, System.currentTimeMillis(), wanted * usualRuns() / USUAL);
            System.out.println("what happened in them: " + new TreeMap<>(random.tally()));
        } else {
            require(random, 1, usualRuns());
        }
    }

    private void require(RandomRuns random, long first, int runs) throws Exception {
        String name = getClass().getSimpleName();
        System.out.println(name + ": " + runs + " random runs, the first with seed " + first + "; again with -Dtest="
                + name + " -Drandom.seed=" + first);
        OptionalLong broken = random.firstBroken(first, runs);
        System.out.println(name + ": " + random.tally().getOrDefault("jobs", 0) + " jobs in the runs up to seed "
                + broken.orElse(first + runs - 1));
        if (broken.isPresent()) {
            fail(random.tell(broken.getAsLong()).toString());
        }
    }
}
