package io.videojob.internal.engine;

import io.videojob.spi.JobJournal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/** Runs plans, one for each seed, until one breaks a promise; that one is made as small as it goes, and told as a story. */
public final class RandomRuns {
    private static final int MOST_TRIES_TO_SHRINK = 150;

    private final Journals journals;
    private final RunPlant plant;
    private final Map<String, Integer> tally = new TreeMap<>();
    private final RandomGenerator<RunPlan> plans = RunPlans.plans().generator(1000);

    /** Over empty journals, with a bug below the engine. */
    public RandomRuns(Journals journals, RunPlant plant) {
        this.journals = journals;
        this.plant = plant;
    }

    /** Gives an empty journal. */
    public interface Journals {
        /**
         * Handles on one that is empty; each is closed after the run.
         *
         * @param most so many processes work on it; with fewer handles they share
         */
        List<JobJournal> open(int most) throws Exception;
    }

    /** A run that broke promises. */
    public record Finding(long seed, String plan, List<String> broken, List<String> story) {
        @Override
        public String toString() {
            return "random run with seed " + seed + " (again with -Drandom.seed=" + seed + ") breaks\n  "
                    + String.join("\n  ", broken) + "\nas small as it goes:\n" + plan + "\n\nand what happened:\n"
                    + String.join("\n", story);
        }
    }

    /** The seed of the first run, from {@code first} on, that breaks a promise. */
    public OptionalLong firstBroken(long first, int runs) throws Exception {
        for (long seed = first; seed < first + runs; seed++) {
            if (!broken(seed).isEmpty()) {
                return OptionalLong.of(seed);
            }
        }
        return OptionalLong.empty();
    }

    /** The promises that the run with that seed breaks. */
    public List<String> broken(long seed) throws Exception {
        return run(plan(seed).value(), null);
    }

    /** The story of the run with that seed, which breaks a promise. */
    public Finding tell(long seed) throws Exception {
        RunPlan smallest = smallest(plan(seed));
        List<String> story = new ArrayList<>();
        return new Finding(seed, smallest.toString(), run(smallest, story), story);
    }

    /** How often what happened so far: to see that the runs go everywhere. */
    public Map<String, Integer> tally() {
        return Map.copyOf(tally);
    }

    private Shrinkable<RunPlan> plan(long seed) {
        return plans.next(new Random(seed * 0x9E3779B97F4A7C15L));
    }

    private List<String> run(RunPlan plan, @Nullable List<String> story) throws Exception {
        PrintStream err = System.err;
        // What the engine logs of each journal that is away would be all that anybody sees.
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        List<JobJournal> handles = journals.open(plan.setting().processes());
        try {
            RunWorld world = plan.run(handles, plant, story);
            world.tally.forEach((what, times) -> tally.merge(what, times, Integer::sum));
            return List.copyOf(world.broken);
        } finally {
            handles.forEach(JobJournal::close);
            System.setErr(err);
        }
    }

    private RunPlan smallest(Shrinkable<RunPlan> found) throws Exception {
        Shrinkable<RunPlan> smallest = found;
        int tries = 0;
        for (Iterator<Shrinkable<RunPlan>> next = found.shrink().iterator();
                next.hasNext() && tries < MOST_TRIES_TO_SHRINK;
                tries++) {
            Shrinkable<RunPlan> smaller = next.next();
            if (!run(smaller.value(), null).isEmpty()) {
                smallest = smaller;
                next = smaller.shrink().iterator();
            }
        }
        return smallest.value();
    }
}
