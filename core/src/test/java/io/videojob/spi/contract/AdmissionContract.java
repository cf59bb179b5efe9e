package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.assertEqual;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.references;
import static io.videojob.spi.contract.Jobs.running;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may be sent, by the line and by the slots. */
public abstract class AdmissionContract extends AdmissionScenes {

    @Test
    void nobodyIsAdmittedFromAnEmptyLine() {
        journal.insert(List.of(
                job("j1").provider("acme").build(),
                inLine("j2", "other", NOON).build(),
                inLine("j3", "acme", NOON).status(JobStatus.CANCELED).build()));

        Admission admission = journal.admit("acme", NO_LIMITS, NOON);

        assertThat(admission.job()).isEmpty();
        assertThat(admission.askAgainAt()).isEmpty();
        assertThat(admission.why()).isEqualTo(Admission.nobodyWaits().why());
    }

    @Test
    void anAdmittedJobIsWrittenAsSubmittingWithASlotAndWakesAtOnce() {
        StoredJob waiting = inLine("j1", "acme", noonPlus(-5))
                .payload("kept")
                .reserved(usd("0.50"))
                .spent(usd("1.00"))
                .tag("tag")
                .references(references("acme:1"))
                .build();
        journal.insert(List.of(waiting));

        StoredJob admitted = journal.admit("acme", NO_LIMITS, NOON).job().orElseThrow();

        assertEqual(
                admitted,
                waiting.toBuilder()
                        .version(2)
                        .status(JobStatus.SUBMITTING)
                        .lineSince(null)
                        .slotUntil(JobJournal.FOREVER)
                        .wakeAt(NOON)
                        .build());
        assertEqual(stored("j1"), admitted);
        assertThat(ids(journal.due(NOON, 1))).containsExactly("j1");
        assertThat(journal.waitingFor()).isEmpty();
        assertThat(journal.admit("acme", NO_LIMITS, NOON).job()).isEmpty();
    }

    @Test
    void admissionBeatsAWriterWhoReadBefore() {
        journal.insert(List.of(inLine("j1", "acme", NOON).build()));
        StoredJob before = stored("j1");

        journal.admit("acme", NO_LIMITS, NOON);

        assertThat(journal.replace(before.toBuilder().status(JobStatus.CANCELED).build()))
                .isFalse();
    }

    @Test
    void theLineIsOrderedByTimeThenById() {
        journal.insert(List.of(
                inLine("c", "acme", noonPlus(2)).build(),
                inLine("b", "acme", noonPlus(1)).build(),
                inLine("a", "acme", noonPlus(1)).build(),
                inLine("d", "acme", noonPlus(0)).build()));

        assertThat(admitAll("acme", NO_LIMITS, noonPlus(5))).containsExactly("d", "a", "b", "c");
    }

    @Test
    void aFullHouseAdmitsNobodyUntilASlotIsGivenBack() {
        journal.insert(List.of(
                inLine("j1", "acme", NOON).build(),
                inLine("j2", "acme", NOON).build(),
                inLine("j3", "acme", NOON).build()));
        AdmissionLimits two = slots(2);
        assertThat(admitAll("acme", two, NOON)).containsExactly("j1", "j2");

        Admission blocked = journal.admit("acme", two, NOON);
        assertThat(blocked.job()).isEmpty();
        assertThat(blocked.askAgainAt()).as("only the end of a job can tell").isEmpty();

        journal.replace(stored("j1").toBuilder().slotUntil(null).build());
        assertThat(admitted("acme", two, NOON)).contains("j3");
    }

    @Test
    void aSlotThatRanOutIsFree() {
        journal.insert(List.of(
                running("j1", "acme", noonPlus(20)).build(),
                running("j2", "acme", noonPlus(10)).build(),
                running("j3", "acme", noonPlus(30)).build(),
                inLine("j4", "acme", NOON).build()));

        assertThat(journal.admit("acme", slots(3), NOON).askAgainAt()).contains(noonPlus(10));
        assertThat(journal.admit("acme", slots(2), NOON).askAgainAt()).contains(noonPlus(20));
        assertThat(journal.admit("acme", slots(1), NOON).askAgainAt()).contains(noonPlus(30));
        assertThat(admitted("acme", slots(3), noonPlus(10).minusNanos(1_000))).isEmpty();
        assertThat(admitted("acme", slots(3), noonPlus(10))).contains("j4");
    }

    @Test
    void slotsAreCountedPerProvider() {
        journal.insert(List.of(
                running("j1", "other", JobJournal.FOREVER).build(),
                inLine("j2", "acme", NOON).build(),
                inLine("j3", "other", NOON).build()));

        assertThat(admitted("acme", slots(1), NOON)).contains("j2");
        assertThat(admitted("other", slots(1), NOON)).isEmpty();
    }

    @Test
    void whenSeveralLimitsAreInTheWayTheLastToClearTellsWhenToAsk() {
        journal.insert(List.of(
                running("r1", "acme", noonPlus(100)).build(),
                job("old").spent(usd("10")).build(),
                inLine("j1", "acme", NOON).reserved(usd("1")).build(),
                inLine("j2", "acme", NOON).build()));
        assertThat(admitted("acme", limits(0, 1, 200), NOON)).contains("j2");
        journal.replace(stored("j2").toBuilder().slotUntil(null).build());

        assertThat(journal.admit("acme", limits(1, 1, 200), NOON).askAgainAt()).contains(noonPlus(200));
        assertThat(journal.admit("acme", limits(1, 1, 50), NOON).askAgainAt()).contains(noonPlus(100));
        assertThat(journal.admit("acme", limits(0, 1, 50), NOON).askAgainAt()).contains(noonPlus(90));

        journal.replace(stored("r1").toBuilder().slotUntil(JobJournal.FOREVER).build());
        assertThat(journal.admit("acme", limits(1, 1, 200), NOON).askAgainAt()).isEmpty();
    }

    @Test
    void periodsMayBeLongerThanTime() {
        journal.insert(List.of(
                job("old").spent(usd("10")).build(),
                inLine("j1", "acme", NOON).build(),
                inLine("j2", "acme", NOON).reserved(usd("1")).build()));
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);

        AdmissionLimits endlessBudget =
                new AdmissionLimits(0, 0, WINDOW, ANSWER_WITHIN, new SpendingLimits(usd("10"), null, endless));
        assertThat(admitAll("acme", endlessBudget, NOON)).containsExactly("j1");
        assertThat(journal.admit("acme", endlessBudget, NOON).askAgainAt()).isEmpty();
        AdmissionLimits endlessWindow = new AdmissionLimits(0, 1, endless, endless, SpendingLimits.none());
        assertThat(journal.admit("acme", endlessWindow, NOON).job()).isEmpty();
        assertThat(journal.admit("acme", endlessWindow, NOON).askAgainAt()).isEmpty();
    }

    @Test
    void ofManyThreadsOneTakesTheLastSlot() throws Exception {
        line("acme", THREADS);

        List<Optional<String>> results = Race.of(THREADS, number -> admitted("acme", slots(3), NOON));

        assertThat(results.stream().flatMap(Optional::stream)).containsExactlyInAnyOrder("j1", "j2", "j3");
    }

    @Test
    void everyJobIsAdmittedOnce() throws Exception {
        line("acme", 200);

        List<List<String>> results = Race.of(THREADS, number -> admitAll("acme", NO_LIMITS, NOON));

        assertThat(results.stream().flatMap(List::stream)).hasSize(200).doesNotHaveDuplicates();
    }
}
