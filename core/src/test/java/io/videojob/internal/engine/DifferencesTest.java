package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Difference;
import io.videojob.Explanation;
import io.videojob.JobId;
import io.videojob.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final Difference SHORT = new Difference("duration", "5 s", "4.0 s");

    private final Bench bench = new Bench("north").start();

    private JobId done() {
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        return id;
    }

    private List<Explanation.Entry> told(JobId id) {
        return bench.jobs.explain(id).entries().stream()
                .filter(entry -> entry.kind().equals("difference"))
                .toList();
    }

    @Test
    void areToldInTheHistoryAsTextAndAsData() {
        JobId id = done();

        bench.jobs.differ(id, 1, List.of(SHORT));

        assertThat(told(id)).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("duration: delivered 4.0 s where 5 s was asked for");
            assertThat(entry.attempt()).isEqualTo(1);
            assertThat(entry.data())
                    .isEqualTo(Map.of("output", "1", "field", "duration", "asked", "5 s", "delivered", "4.0 s"));
        });
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void areToldOnceHoweverOftenAFileIsSaved() {
        JobId id = done();
        bench.jobs.differ(id, 1, List.of(SHORT));
        long version = bench.journal.find(id).orElseThrow().version();

        bench.jobs.differ(id, 1, List.of(SHORT));

        assertThat(told(id)).hasSize(1);
        assertThat(bench.journal.find(id).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void ofAnotherOutputAndOtherOnesAreToldToo() {
        JobId id = done();
        bench.jobs.differ(id, 1, List.of(SHORT));
        bench.jobs.differ(id, 1, List.of(SHORT, new Difference("fps", "30", "24")));
        bench.jobs.differ(id, 2, List.of(SHORT));

        assertThat(told(id))
                .extracting(entry -> entry.data().get("output") + entry.data().get("field"))
                .containsExactly("1duration", "1fps", "2duration");
    }

    @Test
    void areThereAfterTheProcessEnded() {
        JobId id = done();
        bench.jobs.differ(id, 1, List.of(SHORT));

        assertThat(bench.process().explain(id).toString()).contains("delivered 4.0 s where 5 s was asked for");
    }
}
