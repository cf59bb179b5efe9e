package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VideoRequest;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done now and then beside the jobs themselves: watched ones are looked after, old ones forgotten. */
class TidyingTest {
    private final MemoryJournal memory = new MemoryJournal();
    private final List<String> questions = new ArrayList<>();
    private final Bench bench = new Bench(listenedTo(memory), "north").start();

    private JobJournal listenedTo(JobJournal journal) {
        return (JobJournal) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JobJournal.class}, (p, m, values) -> {
                    questions.add(m.getName());
                    return m.invoke(journal, values);
                });
    }

    @Test
    void allWatchedJobsAreLookedAfterByOneQuestion() {
        List<JobStatus> told = new ArrayList<>();
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            JobId id = bench.insert(VideoRequest.builder("m").prompt("p" + i).build());
            bench.watchers.listen(id, snapshot -> told.add(snapshot.status()));
            bench.jobs.refresh(id);
            ids.add(id);
        }
        told.clear();
        Jobs elsewhere = bench.process(new Watchers(bench.time.workers()));
        elsewhere.cancel(ids.get(7));
        questions.clear();

        bench.jobs.tidying().afterSweep();
        bench.time.run();

        assertThat(questions.subList(0, 1)).containsExactly("changed");
        assertThat(told).contains(JobStatus.CANCELED);
    }

    @Test
    void nobodyWatchesAndNothingIsAsked() {
        bench.jobs.tidying().afterSweep();

        assertThat(questions).isEmpty();
    }

    @Test
    void aJobIsForgottenOnceItHasBeenOverForSoLong() {
        bench.jobs.tidying().keptFor(Duration.ofDays(2));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(memory.find(id).orElseThrow().endedAt().orElseThrow())
                .isBetween(bench.time.now().minus(Duration.ofMinutes(5)), bench.time.now());

        bench.time.skip(Duration.ofDays(2).minus(Duration.ofMinutes(5)));
        bench.jobs.tidying().afterSweep();
        assertThat(memory.find(id)).isPresent();

        bench.time.skip(Duration.ofMinutes(15));
        bench.jobs.tidying().afterSweep();
        assertThat(memory.find(id)).isEmpty();
    }

    @Test
    void whatIsStillAtWorkIsNotForgotten() {
        bench.jobs.tidying().keptFor(Duration.ofDays(1));
        bench.vendor("north").run = Duration.ofDays(30);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(1));

        bench.time.skip(Duration.ofDays(20));
        bench.jobs.tidying().afterSweep();

        assertThat(memory.find(id)).isPresent();
    }

    @Test
    void someAreForgottenAtATimeAndThenThereIsAPause() {
        Instant longAgo = bench.time.now().minus(Duration.ofDays(9));
        ended(Retention.AT_ONCE + 10, "a", longAgo);
        bench.jobs.tidying().keptFor(Duration.ofDays(2));

        bench.jobs.tidying().afterSweep();
        assertThat(memory.list(JobFilter.all().limit(10_000))).hasSize(10);
        bench.jobs.tidying().afterSweep();
        assertThat(memory.list(JobFilter.all())).isEmpty();

        ended(1, "b", longAgo);
        bench.jobs.tidying().afterSweep();
        assertThat(memory.list(JobFilter.all())).hasSize(1);
        bench.time.skip(Retention.PAUSE);
        bench.jobs.tidying().afterSweep();
        assertThat(memory.list(JobFilter.all())).isEmpty();
    }

    private void ended(int jobs, String name, Instant at) {
        List<StoredJob> all = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            all.add(StoredJob.builder(JobId.parse(name + i), at, JobStatus.FAILED, "{}")
                    .endedAt(at)
                    .build());
        }
        memory.insert(all);
    }
}
