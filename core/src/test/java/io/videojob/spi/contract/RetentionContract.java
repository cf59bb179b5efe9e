package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.assertEqual;
import static io.videojob.spi.contract.Jobs.full;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.references;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has changed since somebody looked, and what is forgotten when nothing depends on it any more. */
public abstract class RetentionContract extends OpenJournal {

    @Test
    void tellsThoseOfWhichItHasAnotherVersion() {
        journal.insert(List.of(
                job("same").build(),
                full("newer").build(),
                job("unseen").build(),
                job("other").build()));
        assertThat(journal.replace(stored("newer").toBuilder().payload("new").build()))
                .isTrue();

        List<StoredJob> changed = journal.changed(Map.of(
                JobId.parse("same"), 1L, JobId.parse("newer"), 1L, JobId.parse("unseen"), 0L, JobId.parse("gone"), 7L));

        assertThat(ids(changed)).containsExactlyInAnyOrder("newer", "unseen");
        assertEqual(
                changed.stream()
                        .filter(job -> job.id().toString().equals("newer"))
                        .findFirst()
                        .orElseThrow(),
                stored("newer"));
        assertThat(journal.changed(Map.of())).isEmpty();
    }

    @Test
    void tellsThemAmongVeryMany() {
        List<StoredJob> jobs = new ArrayList<>();
        Map<JobId, Long> known = new HashMap<>();
        for (int i = 0; i < 20; i++) {
            jobs.add(job("j" + i).build());
            known.put(JobId.parse("j" + i), i % 2 == 0 ? 1L : 3L);
        }
        journal.insert(jobs);
        for (int i = 0; i < 40_000; i++) {
            known.put(JobId.parse("unknown" + i), 1L);
        }

        assertThat(journal.changed(known)).hasSize(10);
    }

    @Test
    void forgetsTheLongestEndedAndTheirReferences() {
        journal.insert(List.of(
                ended("j3", 3).references(references("acme:3")).build(),
                ended("j1", 1).references(references("acme:1", "other:1")).build(),
                ended("j2", 2).spent(usd("0.50")).provider("acme").build(),
                ended("j4", 4).build()));

        assertThat(journal.prune(noonPlus(4), 2)).isEqualTo(2);

        assertThat(ids(journal.list(JobFilter.all()))).containsExactlyInAnyOrder("j3", "j4");
        assertThat(journal.find(JobId.parse("j1"))).isEmpty();
        assertThat(journal.findByReference(VendorRef.parse("other:1"))).isEmpty();
        assertThat(journal.findByReference(VendorRef.parse("acme:3"))).isPresent();
        journal.insert(
                List.of(job("j5").references(references("acme:1", "other:1")).build()));

        assertThat(journal.prune(noonPlus(4), 0)).isZero();
        assertThat(journal.prune(noonPlus(4), 100)).isEqualTo(1);
        assertThat(journal.prune(noonPlus(4), 100)).isZero();
        assertThat(ids(journal.list(JobFilter.all()))).containsExactlyInAnyOrder("j4", "j5");
    }

    @Test
    void keepsWhatIsNotOver() {
        journal.insert(List.of(
                ended("endedLater", 10).build(),
                ended("toBeSaved", 1).wakeAt(NOON).build(),
                ended("holdsASlot", 1).provider("acme").slotUntil(noonPlus(99)).build(),
                ended("holdsMoney", 1).provider("acme").reserved(usd("1")).build(),
                ended("nobodyKnowsWhen", 1).endedAt(null).build(),
                job("running").status(JobStatus.RUNNING).endedAt(noonPlus(1)).build(),
                job("inLine").provider("acme").lineSince(NOON).build()));

        assertThat(journal.prune(noonPlus(10), 100)).isZero();

        assertThat(journal.list(JobFilter.all())).hasSize(7);
    }

    @Test
    void keepsWhatWasPaidAfterThatTime() {
        journal.insert(List.of(inLine("late", "acme", NOON).build()));
        StoredJob admitted = journal.admit("acme", AdmissionLimits.none(), noonPlus(50))
                .job()
                .orElseThrow();
        assertThat(journal.replace(admitted.toBuilder()
                        .status(JobStatus.SUCCEEDED)
                        .wakeAt(null)
                        .slotUntil(null)
                        .spent(usd("1"))
                        .endedAt(noonPlus(1)) // on a clock that is behind
                        .build()))
                .isTrue();

        assertThat(journal.prune(noonPlus(50), 100)).isZero();
        assertThat(journal.money(noonPlus(10)))
                .anySatisfy(money -> assertThat(money.spent()).isEqualByComparingTo("1"));
        assertThat(journal.prune(noonPlus(51), 100)).isEqualTo(1);
    }

    @Test
    void ofManyWhoForgetEachForgetsOthers() throws Exception {
        List<StoredJob> jobs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            jobs.add(ended("j" + i, i).references(references("acme:" + i)).build());
        }
        journal.insert(jobs);

        List<Integer> forgotten = Race.of(4, number -> {
            int sum = 0;
            for (int tries = 0; tries < 20; tries++) {
                sum += journal.prune(noonPlus(100), 5);
            }
            return sum;
        });

        assertThat(forgotten.stream().mapToInt(each -> each).sum()).isEqualTo(40);
        assertThat(journal.list(JobFilter.all())).isEmpty();
    }

    private static StoredJob.Builder ended(String id, long second) {
        Instant at = noonPlus(second);
        return StoredJob.builder(JobId.parse(id), NOON, JobStatus.SUCCEEDED, "{}")
                .endedAt(at);
    }

    private StoredJob stored(String id) {
        return journal.find(JobId.parse(id)).orElseThrow();
    }
}
