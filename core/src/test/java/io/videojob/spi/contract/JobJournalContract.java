package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.assertEqual;
import static io.videojob.spi.contract.Jobs.full;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.references;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.JournalException;
import io.videojob.VendorRef;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Keeping jobs: what is written is there, and of several writers one wins. */
public abstract class JobJournalContract extends OpenJournal {
    private static final int THREADS = 16;

    @Test
    void everythingThatAJobHasComesBackAsItWas() {
        StoredJob written = full("j1").build();

        journal.insert(List.of(written));

        StoredJob read = journal.find(written.id()).orElseThrow();
        assertEqual(read, written.toBuilder().version(1).build());
    }

    @Test
    void whatAJobDoesNotHaveStaysAbsent() {
        StoredJob written = job("j1").build();

        journal.insert(List.of(written));

        assertEqual(
                journal.find(written.id()).orElseThrow(),
                written.toBuilder().version(1).build());
    }

    @Test
    void anUnknownJobIsNotFound() {
        assertThat(journal.find(JobId.parse("nobody"))).isEmpty();
        assertThat(journal.findByReference(VendorRef.parse("acme:1"))).isEmpty();
        assertThat(journal.replace(job("nobody").version(1).build())).isFalse();
    }

    @Test
    void newJobsBeginAtVersionOneWhateverTheySay() {
        journal.insert(List.of(job("j1").version(7).build()));

        assertThat(stored("j1").version()).isEqualTo(1);
    }

    @Test
    void aTakenIdRefusesAllNewJobs() {
        journal.insert(List.of(job("j1").payload("first").build()));

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.insert(
                        List.of(job("j2").build(), job("j1").payload("second").build())))
                .withMessageContaining("j1");

        assertThat(stored("j1").payload()).isEqualTo("first");
        assertThat(journal.find(JobId.parse("j2"))).isEmpty();
    }

    @Test
    void aTakenReferenceRefusesAllNewJobs() {
        journal.insert(List.of(job("j1").references(references("acme:1")).build()));

        assertThatIllegalStateException()
                .isThrownBy(() -> journal.insert(List.of(
                        job("j2").references(references("acme:2")).build(),
                        job("j3").references(references("acme:1")).build())))
                .withMessageContaining("acme:1");

        assertThat(journal.findByReference(VendorRef.parse("acme:2"))).isEmpty();
        assertThat(journal.find(JobId.parse("j2"))).isEmpty();
        assertThat(journal.list(JobFilter.all())).hasSize(1);
    }

    @Test
    void newJobsCollideWithEachOtherToo() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        journal.insert(List.of(job("j1").build(), job("j1").build())));
        assertThatIllegalStateException()
                .isThrownBy(() -> journal.insert(List.of(
                        job("j1").references(references("acme:1")).build(),
                        job("j2").references(references("acme:1")).build())));

        assertThat(journal.list(JobFilter.all())).isEmpty();
    }

    @Test
    void aReplacedJobHasTheNextVersionAndEverythingNew() {
        journal.insert(List.of(full("j1").build()));
        StoredJob changed = stored("j1").toBuilder()
                .status(JobStatus.SUCCEEDED)
                .payload("new")
                .provider("other")
                .wakeAt(null)
                .lineSince(null)
                .slotUntil(null)
                .reserved(null)
                .spent(null)
                .tag(null)
                .references(references("other:j1", "other:more"))
                .build();

        assertThat(journal.replace(changed)).isTrue();

        assertEqual(stored("j1"), changed.toBuilder().version(2).build());
    }

    @Test
    void anOldVersionWritesNothing() {
        journal.insert(List.of(job("j1").build()));
        StoredJob first = stored("j1");
        assertThat(journal.replace(first.toBuilder().payload("second").build())).isTrue();

        assertThat(journal.replace(first.toBuilder()
                        .payload("late")
                        .references(references("acme:1"))
                        .build()))
                .isFalse();

        assertThat(stored("j1").payload()).isEqualTo("second");
        assertThat(journal.findByReference(VendorRef.parse("acme:1"))).isEmpty();
    }

    @Test
    void aVersionThatIsNotThereYetWritesNothing() {
        journal.insert(List.of(job("j1").build()));

        assertThat(journal.replace(stored("j1").toBuilder().version(2).build())).isFalse();
    }

    @Test
    void aReferenceOfAnotherJobWritesNothing() {
        journal.insert(List.of(
                job("j1").references(references("acme:1")).build(),
                job("j2").references(references("acme:2")).build()));

        StoredJob greedy = stored("j2").toBuilder()
                .payload("greedy")
                .references(references("acme:3", "acme:1"))
                .build();
        assertThat(journal.replace(greedy)).isFalse();

        assertThat(stored("j2").payload()).isEqualTo("{}");
        assertThat(stored("j2").references()).isEqualTo(references("acme:2"));
        assertThat(holder("acme:1")).isEqualTo("j1");
        assertThat(journal.findByReference(VendorRef.parse("acme:3"))).isEmpty();
    }

    @Test
    void aReferenceThatIsGivenUpIsFree() {
        journal.insert(List.of(
                job("j1").references(references("acme:1")).build(), job("j2").build()));

        journal.replace(stored("j1").toBuilder().references(Set.of()).build());
        assertThat(journal.findByReference(VendorRef.parse("acme:1"))).isEmpty();

        assertThat(journal.replace(stored("j2").toBuilder()
                        .references(references("acme:1"))
                        .build()))
                .isTrue();
        assertThat(holder("acme:1")).isEqualTo("j2");
    }

    @Test
    void ofManyWritersOneWinsEachVersion() throws Exception {
        int writesEach = 20;
        journal.insert(List.of(job("j1").payload("0").build()));

        Race.of(THREADS, number -> {
            for (int done = 0; done < writesEach; ) {
                StoredJob read = stored("j1");
                String next = Integer.toString(Integer.parseInt(read.payload()) + 1);
                done += journal.replace(read.toBuilder().payload(next).build()) ? 1 : 0;
            }
            return true;
        });

        assertThat(stored("j1").payload()).isEqualTo(Integer.toString(THREADS * writesEach));
        assertThat(stored("j1").version()).isEqualTo(1 + THREADS * writesEach);
    }

    @Test
    void ofManyJobsOneGetsAReference() throws Exception {
        List<StoredJob> jobs = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            jobs.add(job("j" + i).build());
        }
        journal.insert(jobs);

        List<Boolean> written = Race.of(
                THREADS,
                number -> journal.replace(stored("j" + number).toBuilder()
                        .references(references("acme:1"))
                        .build()));

        assertThat(written).containsOnlyOnce(true);
        assertThat(holder("acme:1")).isEqualTo("j" + written.indexOf(true));
    }

    @Test
    void ofManyNewJobsOneGetsAReference() throws Exception {
        List<Boolean> inserted = Race.of(THREADS, number -> {
            try {
                journal.insert(List.of(
                        job("j" + number).references(references("acme:1")).build()));
                return true;
            } catch (IllegalStateException taken) {
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
        assertThat(ids(journal.list(JobFilter.all()))).containsExactly("j" + inserted.indexOf(true));
    }

    @Test
    void aClosedJournalRefusesEverythingButClosing() {
        journal.close();
        journal.close();

        List<ThrowingCallable> calls = List.of(
                () -> journal.insert(List.of(job("j1").build())),
                () -> journal.find(JobId.parse("j1")),
                () -> journal.findByReference(VendorRef.parse("acme:1")),
                () -> journal.replace(job("j1").version(1).build()),
                () -> journal.due(NOON, 1),
                () -> journal.nextWake(),
                () -> journal.list(JobFilter.all()),
                () -> journal.waitingFor(),
                () -> journal.changed(Map.of(JobId.parse("j1"), 0L)),
                () -> journal.prune(NOON, 1),
                () -> journal.admit("acme", AdmissionLimits.none(), NOON),
                () -> journal.answered("acme", JobId.parse("j1"), 1, NOON),
                () -> journal.neverLeft("acme", JobId.parse("j1"), 1));
        assertThat(calls)
                .allSatisfy(call -> assertThatExceptionOfType(JournalException.class)
                        .isThrownBy(call)
                        .withMessageContaining("closed"));
    }

    private StoredJob stored(String id) {
        return journal.find(JobId.parse(id)).orElseThrow();
    }

    private String holder(String reference) {
        return journal.findByReference(VendorRef.parse(reference))
                .orElseThrow()
                .id()
                .toString();
    }
}
