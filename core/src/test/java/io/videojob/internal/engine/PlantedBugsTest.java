package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.internal.journal.MemoryJournal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.Tag;

/** Random runs are worth something only if they find what is wrong: each of these bugs, in no more runs than the build does. */
@Tag("slow")
class PlantedBugsTest {
    private static final int USUAL_RUNS = 270;

    private static RandomRuns with(RunPlant plant) {
        return new RandomRuns(most -> List.of(new MemoryJournal()), plant);
    }

    private static void assertFound(RunPlant plant) throws Exception {
        RandomRuns runs = with(plant);
        long seed = runs.firstBroken(1, USUAL_RUNS).orElse(0);

        assertThat(seed).as("seed of a run that finds %s", plant).isPositive();
        assertThat(runs.broken(seed)).anyMatch(promise -> promise.startsWith(plant.foundAs));
    }

    @Example
    void aCreateThatIsSentTwiceAfterA500IsFound() throws Exception {
        assertFound(RunPlant.SENDS_TWICE_ON_500);
    }

    @Example
    void anIdThatIsForgottenOnAConflictIsFound() throws Exception {
        assertFound(RunPlant.FORGETS_THE_ID_ON_A_CONFLICT);
    }

    @Example
    void aWishThatIsDroppedIsFound() throws Exception {
        assertFound(RunPlant.DROPS_A_WISH);
    }

    @Example
    void aSlotThatIsFreedTooEarlyIsFound() throws Exception {
        assertFound(RunPlant.FREES_THE_SLOT_TOO_EARLY);
    }

    @Example
    void aJobThatIsSettledTwiceIsFound() throws Exception {
        assertFound(RunPlant.SETTLES_TWICE);
    }

    @Example
    void anIntentThatIsTakenByTheAnswerToAnotherCreateIsFound() throws Exception {
        assertFound(RunPlant.CLEARS_ANY_INTENT);
    }

    @Example
    void aWishToCancelThatOutlivesTheWishToSendAgainIsFound() throws Exception {
        assertFound(RunPlant.KEEPS_AN_OLD_WISH);
    }

    @Example
    void aLateAnswerThatIsForgottenIsFound() throws Exception {
        assertFound(RunPlant.FORGETS_A_LATE_ANSWER);
    }

    @Example
    void aLateAnswerThatIsNotTakenThoughItsJobIsOpenIsFound() throws Exception {
        assertFound(RunPlant.LEAVES_A_LATE_ANSWER_ASIDE);
    }

    @Example
    void aSendThatLeavesTheWindowTooEarlyIsFound() throws Exception {
        assertFound(RunPlant.FORGETS_SENDS);
    }

    @Example
    void aResultThatIsNotSavedAfterAFailureIsFound() throws Exception {
        assertFound(RunPlant.SAVES_ONLY_ONCE);
    }

    @Example
    void aFindingIsToldWithItsSeedAndTheSameAgain() throws Exception {
        RandomRuns runs = with(RunPlant.SETTLES_TWICE);
        RandomRuns.Finding found = runs.tell(15);

        assertThat(runs.tell(15)).hasToString(found.toString());
        assertThat(found.broken()).isNotEmpty();
        assertThat(found.story())
                .contains("PT0S * submit 1 of prompt 1")
                .last()
                .asString()
                .contains("BROKEN money: ");
        assertThat(found.toString()).contains("-Drandom.seed=15)");
    }
}
