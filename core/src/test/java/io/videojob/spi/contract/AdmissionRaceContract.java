package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.references;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Admission while others write: whatever comes between, nobody is let through twice, and no limit is passed. */
public abstract class AdmissionRaceContract extends AdmissionScenes {

    @Test
    void aJobIsEitherAdmittedOrTakenOutOfTheLine() throws Exception {
        line("acme", 60);

        List<List<String>> admitted =
                Race.of(8, number -> number % 2 == 0 ? admitAll("acme", NO_LIMITS, NOON) : cancelAll(60, number));

        List<String> all = admitted.stream().flatMap(List::stream).toList();
        assertThat(all).doesNotHaveDuplicates();
        for (StoredJob stored : journal.list(JobFilter.all())) {
            assertThat(stored.status())
                    .isEqualTo(all.contains(stored.id().toString()) ? JobStatus.SUBMITTING : JobStatus.CANCELED);
            assertThat(stored.version()).as("written once").isEqualTo(2);
        }
    }

    /** From the end of the line, so that both meet somewhere. Returns nothing: these are not admitted. */
    private List<String> cancelAll(int jobs, int step) {
        for (int i = jobs - step / 2; i > 0; i--) {
            StoredJob stored = stored("j" + i);
            if (stored.status() == JobStatus.WAITING) {
                boolean unused = journal.replace(stored.toBuilder()
                        .status(JobStatus.CANCELED)
                        .lineSince(null)
                        .build());
            }
        }
        return List.of();
    }

    @Test
    void moneyThatIsSettledMeanwhileIsCountedOnceAndNeverMissed() throws Exception {
        AdmissionLimits tenInAll = budgets("10", "8");
        List<StoredJob> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(inLine("j" + i, "p" + i % 2, NOON).reserved(usd("1")).build());
        }
        journal.insert(lines);
        Queue<String> toSettle = new ConcurrentLinkedQueue<>();
        AtomicInteger admitted = new AtomicInteger();

        Race.of(6, number -> {
            for (int tries = 0; tries < 40; tries++) {
                admitted("p" + number % 2, tenInAll, NOON).ifPresent(id -> {
                    admitted.incrementAndGet();
                    toSettle.add(id);
                });
                Optional.ofNullable(number < 4 ? toSettle.poll() : null).ifPresent(id -> spend(JobId.parse(id), "1"));
            }
            return true;
        });

        assertThat(admitted)
                .as("what was held is spent now, and counts as before")
                .hasValue(10);
        assertThat(journal.money(NOON.minusSeconds(1)).stream()
                        .map(money -> money.spent().add(money.reserved()))
                        .reduce(usd("0"), java.math.BigDecimal::add))
                .isEqualByComparingTo("10");
    }

    @Test
    void anAnswerCountsThoughItsSendIsForgottenMeanwhile() throws Exception {
        line("acme", 10);
        for (int i = 0; i < 3; i++) {
            admit("acme", rate(3), NOON);
        }

        List<Boolean> admitted = Race.of(4, number -> {
            if (number == 0) {
                return admitted("acme", rate(3), noonPlus(91)).isPresent();
            }
            answered(JobId.parse("j" + number), noonPlus(40));
            return false;
        });

        assertThat(admitted("acme", rate(3), noonPlus(91))).isEmpty();
        assertThat(admitted("acme", rate(3), noonPlus(100).minusNanos(1_000))).isEmpty();
        assertThat(admitted("acme", rate(4), noonPlus(91)).isPresent()).isEqualTo(!admitted.get(0));
    }

    @Test
    void newJobsThatWantTheSameReferencesInAnyOrderComeInOnce() throws Exception {
        List<Boolean> inserted = Race.of(THREADS, number -> {
            StoredJob first =
                    job("a" + number).references(references("acme:1", "acme:2")).build();
            StoredJob second =
                    job("b" + number).references(references("acme:3")).build();
            try {
                journal.insert(number % 2 == 0 ? List.of(first, second) : List.of(second, first));
                return true;
            } catch (IllegalStateException taken) {
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(journal.list(JobFilter.all())).hasSize(2);
    }
}
