package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two Java processes at once on one file, which one of them makes. */
class TwoProcessesTest {
    @TempDir
    Path folder;

    @Test
    void togetherTheyTakeJustWhatTheLimitsLeave() throws Exception {
        Path file = folder.resolve("jobs.db");
        try (ChildJvm one = ChildJvm.start(RacingProcess.class, file, "admit");
                ChildJvm other = ChildJvm.start(RacingProcess.class, file, "admit")) {
            one.line();
            other.line();
            List<StoredJob> line = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                line.add(
                        inLine("j" + (100 + i), "acme", NOON).reserved(usd("1")).build());
            }
            try (JobJournal journal = JdbcJournal.sqlite(file)) {
                journal.insert(line);
            }

            one.say("go");
            other.say("go");

            List<String> admitted = new ArrayList<>(one.rest());
            admitted.addAll(other.rest());
            assertThat(one.exitCode()).isZero();
            assertThat(other.exitCode()).isZero();
            List<String> oldestThirty =
                    line.subList(0, 30).stream().map(job -> job.id().toString()).toList();
            assertThat(admitted)
                    .as("the budget of 30 dollars is the tightest limit")
                    .containsExactlyInAnyOrderElementsOf(oldestThirty);
        }
    }

    @Test
    void noWriteOfEitherIsLost() throws Exception {
        Path file = folder.resolve("jobs.db");
        try (ChildJvm one = ChildJvm.start(RacingProcess.class, file, "count");
                ChildJvm other = ChildJvm.start(RacingProcess.class, file, "count");
                JobJournal journal = JdbcJournal.sqlite(file)) {
            one.line();
            other.line();
            journal.insert(List.of(job("counter").payload("0").build()));

            one.say("go");
            other.say("go");

            assertThat(one.exitCode()).isZero();
            assertThat(other.exitCode()).isZero();
            StoredJob counter = journal.find(JobId.parse("counter")).orElseThrow();
            assertThat(counter.payload()).isEqualTo(Integer.toString(2 * RacingProcess.WRITES));
            assertThat(counter.version()).isEqualTo(1 + 2 * RacingProcess.WRITES);
        }
    }
}
