package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.internal.journal.MemoryJournal;
import net.jqwik.api.Example;

/** Random runs are worth something only if they find what is wrong: each of these bugs, in no more runs than the build does. */
class PlantedBugsTest {
    private static final int USUAL_RUNS = 250;

    private static RandomRuns.Finding found(RunPlant plant) throws Exception {
        RandomRuns.Finding found = new RandomRuns(MemoryJournal::new, plant)
                .firstBroken(1, USUAL_RUNS)
                .orElseThrow(() -> new AssertionError(plant + " is found in none of " + USUAL_RUNS + " runs"));
        assertThat(found.broken()).as(found.toString()).anyMatch(promise -> promise.startsWith(plant.foundAs));
        return found;
    }

    @Example
    void aCreateThatIsSentTwiceAfterA500IsFound() throws Exception {
        assertThat(found(RunPlant.SENDS_TWICE_ON_500).broken()).anyMatch(promise -> promise.startsWith("bill: "));
    }

    @Example
    void anIdThatIsForgottenOnAConflictIsFound() throws Exception {
        found(RunPlant.FORGETS_THE_ID_ON_A_CONFLICT);
    }

    @Example
    void aWishThatIsDroppedIsFound() throws Exception {
        found(RunPlant.DROPS_A_WISH);
    }

    @Example
    void aSlotThatIsFreedTooEarlyIsFound() throws Exception {
        found(RunPlant.FREES_THE_SLOT_TOO_EARLY);
    }

    @Example
    void aJobThatIsSettledTwiceIsFound() throws Exception {
        found(RunPlant.SETTLES_TWICE);
    }

    @Example
    void aFindingIsToldWithItsSeedAndTheSameAgain() throws Exception {
        RandomRuns.Finding found = found(RunPlant.SENDS_TWICE_ON_500);
        RandomRuns.Finding again = new RandomRuns(MemoryJournal::new, RunPlant.SENDS_TWICE_ON_500)
                .firstBroken(found.seed(), 1)
                .orElseThrow();

        assertThat(again).hasToString(found.toString());
        assertThat(found.toString()).contains("-Drandom.seed=" + found.seed(), "was sent twice");
    }
}
