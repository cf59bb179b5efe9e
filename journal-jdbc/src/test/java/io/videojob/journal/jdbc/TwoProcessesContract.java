package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two Java processes at once on one journal. */
abstract class TwoProcessesContract {

    /** Of a journal that isn't made yet. */
    protected abstract String url() throws Exception;

    @Test
    void togetherTheyTakeJustWhatTheLimitsLeave() throws Exception {
        String url = url();
        try (ChildJvm one = ChildJvm.start(RacingProcess.class, url, "admit");
                ChildJvm other = ChildJvm.start(RacingProcess.class, url, "admit")) {
            one.line();
            other.line();
            List<StoredJob> line = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                line.add(
                        inLine("j" + (100 + i), "acme", NOON).reserved(usd("1")).build());
            }
            try (JobJournal journal = JdbcJournal.open(url)) {
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
    void eachAtItsOwnProviderTheyTakeTheLastDollarOfBothOnce() throws Exception {
        String url = url();
        try (ChildJvm one = ChildJvm.start(RacingProcess.class, url, "north");
                ChildJvm other = ChildJvm.start(RacingProcess.class, url, "south");
                JobJournal journal = JdbcJournal.open(url)) {
            one.line();
            other.line();
            List<StoredJob> lines = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String provider = i % 2 == 0 ? "north" : "south";
                lines.add(inLine("j" + (100 + i), provider, NOON)
                        .reserved(usd("1"))
                        .build());
            }
            journal.insert(lines);

            one.say("go");
            other.say("go");

            List<String> north = one.rest();
            List<String> south = other.rest();
            assertThat(one.exitCode()).isZero();
            assertThat(other.exitCode()).isZero();
            assertThat(north.size() + south.size()).as("50 dollars in all").isEqualTo(50);
            assertThat(List.of(north.size(), south.size()))
                    .as("40 dollars at each")
                    .allSatisfy(size -> assertThat(size).isBetween(10, 40));
            assertThat(journal.money(NOON.minusSeconds(1)).stream()
                            .map(ProviderMoney::reserved)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("50");
        }
    }

    @Test
    void noWriteOfEitherIsLost() throws Exception {
        String url = url();
        try (ChildJvm one = ChildJvm.start(RacingProcess.class, url, "count");
                ChildJvm other = ChildJvm.start(RacingProcess.class, url, "count");
                JobJournal journal = JdbcJournal.open(url)) {
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
