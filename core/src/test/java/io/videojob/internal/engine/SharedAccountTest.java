package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.RefusalReason;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An account of ten slots that others use, too: the vendor counts theirs and ours together, and says 429 to the eleventh. */
class SharedAccountTest {
    private static final int SLOTS = 10;
    private static final Duration RUN = Duration.ofMinutes(3);

    private final Bench bench = new Bench("north");
    private final FakeVendor north = bench.vendor("north");
    private int others;
    private int refused;

    private List<JobId> submit(int jobs) {
        bench.limits.put(
                "north",
                new AdmissionLimits(SLOTS, 0, Duration.ofMinutes(1), Duration.ofSeconds(70), SpendingLimits.none()));
        north.run = RUN;
        north.everyCreate = this::create;
        bench.start();
        List<JobId> ids = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            ids.add(bench.submit("job " + i));
        }
        return ids;
    }

    private SubmitOutcome create(Submission submission) {
        if (others + atWork() >= SLOTS) {
            refused++;
            return FakeVendor.refuse(RefusalReason.CONCURRENCY_LIMITED);
        }
        return north.accept(submission);
    }

    private long atWork() {
        return north.jobs.values().stream()
                .filter(job -> bench.time.now().isBefore(job.madeAt.plus(RUN)))
                .count();
    }

    @Test
    void jobsTakeWhatOthersLeaveAndAskForMoreOnceInAWhile() {
        others = 6;
        List<JobId> ids = submit(40);
        bench.time.advance(Duration.ofMinutes(60));

        assertThat(ids).allMatch(id -> bench.status(id) == JobStatus.SUCCEEDED);
        assertThat(north.mostAtOnce).isEqualTo(4);
        assertThat(refused).as("answers of 429 in some half an hour").isLessThan(90);
    }

    @Test
    void whenTheOthersAreGoneAllSlotsAreUsedAgain() {
        others = 9;
        submit(100);
        bench.time.advance(Duration.ofMinutes(20));
        assertThat(north.mostAtOnce).isEqualTo(1);
        others = 0;
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(atWork()).isEqualTo(SLOTS);
    }

    @Test
    void oneSlotIsAlwaysTried() {
        others = 10;
        List<JobId> ids = submit(20);
        bench.time.advance(Duration.ofMinutes(30));
        assertThat(north.jobs).isEmpty();
        others = 9;
        bench.time.advance(Duration.ofMinutes(2));

        assertThat(north.jobs).hasSize(1);
        assertThat(ids).noneMatch(id -> bench.status(id) == JobStatus.FAILED);
    }
}
