package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VideoRequest;
import io.videojob.spi.AdmissionLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** What who listens to a job is told. */
class WatchersTest {
    private final Bench bench = new Bench("north").start();
    private final List<JobStatus> told = new ArrayList<>();

    private JobId submitAndListen() {
        JobId id = bench.insert(VideoRequest.builder("m").prompt("p").build());
        bench.watchers.listen(id, snapshot -> told.add(snapshot.status()));
        bench.jobs.refresh(id);
        return id;
    }

    /** Its turn has come, and what is sent is about to be written down: a look at the journal in between shows nothing new. */
    @Test
    void oneSendIsToldOnce() {
        JobId id = submitAndListen();
        bench.journal.admit("north", AdmissionLimits.none(), bench.time.now());
        bench.jobs.refresh(id);
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(told)
                .containsExactly(
                        JobStatus.WAITING,
                        JobStatus.SUBMITTING,
                        JobStatus.QUEUED,
                        JobStatus.RUNNING,
                        JobStatus.SUCCEEDED);
    }

    @Test
    void aListenerExecutorThatRejectsChangesNothingForTheJob() {
        bench.watchers = new Watchers(task -> {
            throw new RejectedExecutionException("full");
        });
        bench.jobs = bench.process(bench.watchers);
        JobId id = submitAndListen();
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(told).contains(JobStatus.QUEUED, JobStatus.SUCCEEDED).doesNotHaveDuplicates();
    }

    @Test
    void theFutureOfAnUncertainJobEndsWhenItIsParkedNotBefore() {
        FakeVendor north = bench.vendor("north");
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        var settled = bench.watchers.settled(bench.record(id)).thenApply(r -> {
            throw new CompletionException(Views.failure(r));
        });
        bench.time.advance(Duration.ofMinutes(20));
        assertThat(settled).isNotDone();
        bench.time.advance(Duration.ofMinutes(20));
        assertThat(settled).isCompletedExceptionally();
    }
}
