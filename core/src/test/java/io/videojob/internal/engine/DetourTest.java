package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of jobs in a line that does not move. */
class DetourTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    @Test
    void aProviderThatFailsAgainAndAgainIsLeftAloneForAWhile() {
        north.everyCreate = s -> SubmitOutcome.notSent("connection refused");
        for (int i = 0; i < 3; i++) {
            bench.submit();
        }
        bench.time.advance(Duration.ofMinutes(1));
        int before = north.creates.size();
        JobId late = bench.submit();
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(north.creates.size() - before).isLessThanOrEqualTo(1);
        assertThat(south.creates).hasSizeGreaterThanOrEqualTo(3);
        bench.time.advance(Duration.ofMinutes(10));
        assertThat(bench.status(late)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aShutGateDoesNotFillTheHistoryOfJobsThatWait() {
        Bench alone = new Bench("north", "south");
        alone.failover = Rules.Failover.OFF;
        alone.start();
        alone.vendor("north").everyCreate = s -> SubmitOutcome.notSent("connection refused");
        for (int i = 0; i < 3; i++) {
            alone.submit();
        }
        alone.time.advance(Duration.ofSeconds(20));
        JobId waiting = alone.submit();
        alone.time.advance(Duration.ofHours(1));

        assertThat(alone.record(waiting).history.size()).isLessThan(25);
    }

    @Test
    void aJobInTheLineOfAProviderThatIsGoneGoesToTheNext() {
        Bench before = new Bench(bench.journal, "gone", "south");
        before.limits.put("gone", Bench.limits(0, "0", null));
        before.start();
        JobId id = before.submit();
        assertThat(before.status(id)).isEqualTo(JobStatus.WAITING);
        bench.start();
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(south.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }
}
