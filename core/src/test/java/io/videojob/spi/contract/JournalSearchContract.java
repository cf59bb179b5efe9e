package io.videojob.spi.contract;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.full;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.StoredJob;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Finding jobs: whose time has come, and what lists show. */
public abstract class JournalSearchContract extends OpenJournal {
    @Test
    void dueJobsComeLongestWaitingFirst() {
        journal.insert(List.of(
                job("late").wakeAt(noonPlus(3)).build(),
                job("b").wakeAt(noonPlus(1)).build(),
                job("never").build(),
                job("a").wakeAt(noonPlus(1)).build(),
                job("first").wakeAt(noonPlus(-100)).build(),
                job("ended").status(JobStatus.FAILED).build(),
                job("saved").status(JobStatus.SUCCEEDED).wakeAt(NOON).build()));

        assertThat(ids(journal.due(noonPlus(1), 10))).containsExactly("first", "saved", "a", "b");
        assertThat(ids(journal.due(noonPlus(1), 2))).containsExactly("first", "saved");
        assertThat(journal.due(noonPlus(1), 0)).isEmpty();
        assertThat(ids(journal.due(noonPlus(1).minusNanos(1_000), 10))).containsExactly("first", "saved");
        assertThat(journal.nextWake()).contains(noonPlus(-100));
    }

    @Test
    void theNextWakeFollowsTheJobs() {
        assertThat(journal.nextWake()).isEmpty();
        journal.insert(List.of(
                job("j1").wakeAt(noonPlus(1)).build(),
                job("j2").wakeAt(noonPlus(2)).build()));

        journal.replace(stored("j1").toBuilder().wakeAt(noonPlus(9)).build());
        assertThat(journal.nextWake()).contains(noonPlus(2));

        journal.replace(stored("j2").toBuilder()
                .status(JobStatus.SUCCEEDED)
                .wakeAt(null)
                .build());
        assertThat(journal.nextWake()).contains(noonPlus(9));

        journal.replace(stored("j1").toBuilder().wakeAt(null).build());
        assertThat(journal.nextWake()).isEmpty();
        assertThat(journal.due(noonPlus(100), 10)).isEmpty();
    }

    @Test
    void listsNewestFirst() {
        journal.insert(List.of(made("j2", 0), made("j3", 0), made("j1", 5), made("j4", -5)));

        assertThat(ids(journal.list(JobFilter.all()))).containsExactly("j1", "j3", "j2", "j4");
        assertThat(ids(journal.list(JobFilter.all().limit(2)))).containsExactly("j1", "j3");
    }

    @Test
    void listsWhatTheFilterAsksFor() {
        journal.insert(List.of(
                job("j1")
                        .status(JobStatus.SUCCEEDED)
                        .provider("acme")
                        .tag("red")
                        .build(),
                job("j2").status(JobStatus.RUNNING).provider("acme").tag("blue").build(),
                job("j3").status(JobStatus.RUNNING).provider("other").tag("red").build(),
                job("j4").status(JobStatus.CANCELED).build()));
        JobFilter all = JobFilter.all();

        assertThat(ids(journal.list(all.open()))).containsExactly("j3", "j2");
        assertThat(ids(journal.list(all.withStatus(JobStatus.CANCELED, JobStatus.RUNNING))))
                .containsExactly("j4", "j3", "j2");
        assertThat(ids(journal.list(all.atProvider("acme")))).containsExactly("j2", "j1");
        assertThat(ids(journal.list(all.withTag("red")))).containsExactly("j3", "j1");
        assertThat(ids(journal.list(all.withTag("red").open().atProvider("other"))))
                .containsExactly("j3");
        assertThat(journal.list(all.withTag("red").atProvider("nobody"))).isEmpty();
        assertThat(ids(journal.list(all.open().limit(1)))).containsExactly("j3");
    }

    @Test
    void listedJobsHaveTheirReferences() {
        StoredJob first = full("j1").wakeAt(NOON).build();
        StoredJob second = job("j2").wakeAt(noonPlus(1)).build();
        journal.insert(List.of(first, second));

        assertThat(journal.list(JobFilter.all()))
                .extracting(StoredJob::references)
                .containsExactlyInAnyOrder(first.references(), Set.of());
        assertThat(journal.due(noonPlus(1), 1))
                .extracting(StoredJob::references)
                .containsExactly(first.references());
    }

    @Test
    void tellsWhichProvidersSomebodyWaitsFor() {
        journal.insert(List.of(
                inLine("j1", "acme", NOON).build(),
                inLine("j2", "acme", NOON).build(),
                inLine("j3", "other", NOON).build(),
                running("j4", "busy", noonPlus(60)).build(),
                inLine("j5", "ended", NOON).status(JobStatus.CANCELED).build()));

        assertThat(journal.waitingFor()).containsExactlyInAnyOrder("acme", "other");

        journal.replace(stored("j3").toBuilder().lineSince(null).build());
        assertThat(journal.waitingFor()).containsExactly("acme");
    }

    private StoredJob stored(String id) {
        return journal.find(JobId.parse(id)).orElseThrow();
    }

    private static StoredJob made(String id, long seconds) {
        return StoredJob.builder(JobId.parse(id), noonPlus(seconds), JobStatus.WAITING, "{}")
                .build();
    }
}
