package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.AdmissionLimits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many may be sent in any window. */
public abstract class SendWindowContract extends AdmissionScenes {

    @Test
    void noMoreSendsThanTheWindowTakes() {
        line("acme", 3);
        AdmissionLimits twoAMinute = rate(2);
        answered(admit("acme", twoAMinute, NOON), noonPlus(1));
        answered(admit("acme", twoAMinute, noonPlus(10)), noonPlus(12));

        Instant firstLeaves = noonPlus(61);
        assertThat(journal.admit("acme", twoAMinute, noonPlus(12)).askAgainAt()).contains(firstLeaves);
        assertThat(admitted("acme", twoAMinute, firstLeaves.minusNanos(1_000))).isEmpty();
        assertThat(admitted("acme", twoAMinute, firstLeaves)).contains("j3");
    }

    @Test
    void aSendWithoutAnAnswerCountsAsJustSentUntilItsTimeIsUp() {
        line("acme", 2);
        admit("acme", rate(1), NOON);

        Instant leaves = NOON.plus(ANSWER_WITHIN).plus(WINDOW);
        assertThat(journal.admit("acme", rate(1), NOON).askAgainAt()).contains(leaves);
        assertThat(journal.admit("acme", rate(1), noonPlus(70)).askAgainAt()).contains(leaves);
        assertThat(admitted("acme", rate(1), leaves)).contains("j2");
    }

    @Test
    void anAnswerLaterThanExpectedHoldsTheWindowLonger() {
        line("acme", 2);
        answered(admit("acme", rate(1), NOON), noonPlus(50));

        assertThat(journal.admit("acme", rate(1), noonPlus(50)).askAgainAt()).contains(noonPlus(110));
    }

    @Test
    void ofSeveralAnswersTheLatestCounts() {
        line("acme", 2);
        JobId first = admit("acme", rate(1), NOON);
        answered(first, noonPlus(5));
        answered(first, noonPlus(9));
        answered(first, noonPlus(7));

        assertThat(journal.admit("acme", rate(1), noonPlus(10)).askAgainAt()).contains(noonPlus(69));
    }

    @Test
    void anAnswerIsNeverOlderThanItsSend() {
        line("acme", 2);
        answered(admit("acme", rate(1), NOON), noonPlus(-100));

        assertThat(journal.admit("acme", rate(1), NOON).askAgainAt()).contains(noonPlus(60));
    }

    @Test
    void anAnswerToASendThatWasForgottenStillCounts() {
        line("acme", 3);
        JobId first = admit("acme", rate(1), NOON);
        answered(admit("acme", rate(1), noonPlus(90)), noonPlus(91));

        answered(first, noonPlus(100));

        assertThat(journal.admit("acme", rate(1), noonPlus(151)).askAgainAt()).contains(noonPlus(160));
    }

    @Test
    void aSendThatNeverLeftDoesNotCount() {
        line("acme", 2);
        JobId first = admit("acme", rate(1), NOON);

        journal.neverLeft("acme", first, Long.MAX_VALUE);
        journal.neverLeft("acme", first, Long.MAX_VALUE);

        assertThat(admitted("acme", rate(1), NOON)).contains("j2");
    }

    @Test
    void aSendThatWasAnsweredOnceDidLeave() {
        line("acme", 2);
        JobId first = admit("acme", rate(1), NOON);
        answered(first, noonPlus(1));

        journal.neverLeft("acme", first, Long.MAX_VALUE);

        assertThat(journal.admit("acme", rate(1), noonPlus(2)).askAgainAt()).contains(noonPlus(61));
    }

    @Test
    void eachSendOfAJobCounts() {
        line("acme", 2);
        JobId first = admit("acme", rate(2), NOON);
        answered(first, noonPlus(1));
        journal.replace(stored("j1").toBuilder()
                .status(JobStatus.WAITING)
                .slotUntil(null)
                .lineSince(noonPlus(-2_000))
                .build());
        assertThat(admit("acme", rate(2), noonPlus(2))).isEqualTo(first);
        answered(first, noonPlus(5));

        assertThat(journal.admit("acme", rate(2), noonPlus(5)).askAgainAt()).contains(noonPlus(61));
        assertThat(journal.admit("acme", rate(1), noonPlus(5)).askAgainAt()).contains(noonPlus(65));
    }

    /** The answer to the first send was seen only after the user had the job sent again. */
    @Test
    void whatIsSaidOfAnEarlierSendIsNotSaidOfALaterOne() {
        line("acme", 2);
        JobId first = admit("acme", rate(2), NOON);
        long sent = stored("j1").version();
        journal.replace(stored("j1").toBuilder()
                .status(JobStatus.WAITING)
                .slotUntil(null)
                .lineSince(noonPlus(-2_000))
                .build());
        assertThat(admit("acme", rate(2), noonPlus(2))).isEqualTo(first);

        journal.neverLeft("acme", first, sent);
        assertThat(journal.admit("acme", rate(1), noonPlus(3)).askAgainAt())
                .contains(noonPlus(2).plus(ANSWER_WITHIN).plusSeconds(60));
        journal.answered("acme", first, sent, noonPlus(4));

        assertThat(journal.admit("acme", rate(1), noonPlus(5)).askAgainAt())
                .contains(noonPlus(2).plus(ANSWER_WITHIN).plusSeconds(60));
    }

    /** The later of two sends was answered first, and has left the window when its answer is told once more. */
    @Test
    void anAnswerToALaterSendIsNotTakenForOneToAnEarlierSend() {
        line("acme", 3);
        JobId first = admit("acme", rate(2), NOON);
        long early = stored("j1").version();
        journal.replace(stored("j1").toBuilder()
                .status(JobStatus.WAITING)
                .slotUntil(null)
                .lineSince(noonPlus(-2_000))
                .build());
        admit("acme", rate(2), noonPlus(2));
        long late = stored("j1").version();
        journal.answered("acme", first, late, noonPlus(3));
        journal.answered("acme", first, early, noonPlus(60));
        admit("acme", rate(2), noonPlus(70));

        journal.answered("acme", first, late, noonPlus(75));

        assertThat(journal.admit("acme", rate(3), noonPlus(76)).askAgainAt()).contains(noonPlus(120));
    }

    @Test
    void windowsAreCountedPerProvider() {
        line("acme", 1);
        journal.insert(List.of(inLine("k1", "other", NOON).build()));
        admit("acme", rate(1), NOON);

        assertThat(admitted("other", rate(1), NOON)).contains("k1");
    }

    @Test
    void sendsWithoutALimitCountWhenALimitComes() {
        line("acme", 2);
        answered(admit("acme", NO_LIMITS, NOON), noonPlus(1));

        assertThat(journal.admit("acme", rate(1), noonPlus(1)).askAgainAt()).contains(noonPlus(61));
    }

    @Test
    void ofManyThreadsOneTakesTheLastPlaceInTheWindow() throws Exception {
        line("acme", THREADS);

        List<Optional<String>> results = Race.of(THREADS, number -> admitted("acme", rate(3), NOON));

        assertThat(results.stream().flatMap(Optional::stream)).containsExactlyInAnyOrder("j1", "j2", "j3");
    }
}
