package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VideoRequest;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing is sent for half a minute to a vendor that fails again and again; then one job tells whether it is back. */
class BreakerTest {
    private static final SubmitOutcome DOWN = SubmitOutcome.notSent("connection refused");

    private final JobJournal journal = new MemoryJournal();
    private final Bench bench = new Bench(journal, "north");
    private final FakeVendor north = bench.vendor("north");
    private final Gate gate = new Gate("north", AdmissionLimits.none(), bench.time);

    /** The gate's own tries: it is asked as a line is, with jobs in it that nobody else takes. */
    private void halfOpen() {
        bench.jobs = bench.process();
        for (int i = 0; i < 30; i++) {
            bench.jobs.submit(List.of(bench.order(
                    VideoRequest.builder("some/model").prompt("job " + i).build())));
        }
        bench.time.forgetEverything();
        for (int i = 0; i < 10; i++) {
            assertThat(gate.admit(journal).job()).isPresent();
            gate.ended(DOWN);
        }
        assertThat(gate.isShut()).isTrue();
        assertThat(gate.admit(journal).job()).isEmpty();
        bench.time.advance(Duration.ofSeconds(31));
    }

    @Test
    void halfOpenItLetsOneJobThroughUntilThatOneIsAnswered() {
        halfOpen();

        assertThat(gate.admit(journal).job()).isPresent();
        assertThat(gate.admit(journal).job()).isEmpty();
        assertThat(gate.admit(journal).why()).contains("failed again and again");
        gate.ended(SubmitOutcome.accepted("north/1", Fakes.queued()));
        assertThat(gate.admit(journal).job()).isPresent();
        assertThat(gate.admit(journal).job()).isPresent();
    }

    @Test
    void ifThatOneFailsItIsShutAgain() {
        halfOpen();

        assertThat(gate.admit(journal).job()).isPresent();
        gate.ended(DOWN);
        assertThat(gate.isShut()).isTrue();
        bench.time.advance(Duration.ofSeconds(29));
        assertThat(gate.admit(journal).job()).isEmpty();
    }

    @Test
    void anEmptyLineDoesNotUseUpTheOneTry() {
        halfOpen();
        JobJournal empty = new MemoryJournal();

        assertThat(gate.admit(empty).isLineEmpty()).isTrue();
        assertThat(gate.admit(journal).job()).isPresent();
    }

    @Test
    void aVendorThatWasDownGetsOneCreateEachHalfMinuteAndAllWhenItIsBack() {
        north.everyCreate = submission -> DOWN;
        bench.start();
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ids.add(bench.submit("job " + i));
        }
        int untilShut = north.creates.size();
        assertThat(untilShut).isEqualTo(10);
        bench.time.advance(Duration.ofMinutes(3));
        assertThat(north.creates.size() - untilShut).isBetween(3, 6);
        north.everyCreate = north::accept;
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(ids.stream().filter(id -> bench.status(id) != JobStatus.SUCCEEDED))
                .as("jobs whose own tries were used up by then")
                .hasSizeLessThanOrEqualTo(1);
    }
}
