package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Cancellation;
import io.videojob.JobCanceledException;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.CancelOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The wish that a job ends. */
class CancelTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");

    @Test
    void aCanceledJobThatWasNeverSentIsOverAtOnce() {
        Bench slow = new Bench("north");
        slow.limits.put("north", Bench.limits(1, null, null));
        slow.start();
        slow.submit("first");
        JobId second = slow.submit("second");
        assertThat(slow.status(second)).isEqualTo(JobStatus.WAITING);
        slow.jobs.cancel(second);

        assertThat(Views.failure(slow.record(second))).isInstanceOf(JobCanceledException.class);
        assertThat(slow.record(second).cancellation).isEqualTo(Cancellation.NOTHING_SENT);
        assertThat(slow.vendor("north").creates).hasSize(1);
    }

    @Test
    void aCancelThatComesTooLateChangesNothing() {
        north.cancelAnswer = CancelOutcome.of(CancelOutcome.Kind.TOO_LATE, VendorAnswer.nothing());
        JobId id = bench.submit();
        bench.jobs.cancel(id);
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.TOO_LATE);
    }

    @Test
    void cancelingBehindAnAttemptThatMayBeBilledSaysSo() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(40));
        north.everyCreate = s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED);
        bench.jobs.sendAgain(id);

        bench.jobs.cancel(id);

        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.UNKNOWN);
        assertThat(bench.history(id)).contains("attempt 1 at north").contains("may exist and be billed");
    }

    @Test
    void aCancelThatALimitRefusesIsAskedForAgain() {
        north.cancelAnswer = CancelOutcome.accepted();
        north.nextCancelRefusals.add(new ProviderException(
                "slow down", RefusalReason.RATE_LIMITED, null, VendorAnswer.ofMessage("slow down")));
        JobId id = bench.submit();

        bench.jobs.cancel(id);
        bench.time.advance(Duration.ofMinutes(1));

        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.CONFIRMED);
    }

    @Test
    void cancelingAJobParkedByItsDeadlineAsksTheVendor() {
        north.run = Duration.ofHours(5);
        north.cancelAnswer = CancelOutcome.accepted();
        JobId id = bench.submit();
        bench.time.advance(Duration.ofHours(2));
        assertThat(bench.record(id).isParked()).isTrue();
        bench.jobs.cancel(id);
        bench.time.advance(Duration.ofMinutes(2));

        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.CONFIRMED);
    }
}
