package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.RefusalReason;
import io.videojob.StillRunningException;
import io.videojob.VendorAnswer;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a job goes on by itself. */
class DeadlineTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    @Test
    void pastItsDeadlineAJobIsParkedAndWhoWaitsAgainGoesOnLooking() {
        north.run = Duration.ofHours(3);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofHours(2));
        assertThat(bench.record(id).isParked()).isTrue();
        assertThat(Views.failure(bench.record(id))).isInstanceOf(StillRunningException.class);
        int looks = north.looks;
        bench.time.advance(Duration.ofMinutes(30));
        assertThat(north.looks).isEqualTo(looks);

        bench.jobs.resume(id, bench.time.now().plus(Duration.ofHours(1)));
        bench.time.advance(Duration.ofMinutes(50));
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aWebhookWakesAJobParkedByItsDeadline() {
        north.run = Duration.ofHours(3);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofHours(3).plusMinutes(5));
        assertThat(bench.record(id).isParked()).isTrue();
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));
        bench.time.advance(Duration.ofMinutes(1));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void theSecondCandidateHasAsMuchTimeAsTheFirst() {
        north.run = Duration.ofMinutes(55);
        south.run = Duration.ofMinutes(50);
        north.nextJobEnds(FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.NOT_BILLED));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(110));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aDeadlineShorterThanTheCreateStillLeavesTimeToLookForWhatMayBePaid() {
        north.nextCreates.add(s -> {
            north.make(s);
            bench.time.skip(Duration.ofSeconds(60));
            return SubmitOutcome.uncertain(VendorAnswer.ofMessage("timed out"), null);
        });
        north.lookup = s -> Lookup.candidates(List.copyOf(north.jobs.keySet()));
        JobId id = bench.submitWithin(Duration.ofSeconds(30));

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
    }

    @Test
    void aRetryAfterBeyondTheDeadlineEndsTheWaitAtOnce() {
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED, Duration.ofHours(2)));
        JobId id = bench.submitWithin(Duration.ofMinutes(20));

        assertThat(north.creates).hasSize(1);
        assertThat(south.creates).hasSize(1);
        assertThat(bench.history(id)).contains("ends after the job's deadline");
    }

    /** As by a closed laptop: what may be paid for is looked for before its user is asked. */
    @Test
    void aLostCreateIsLookedForThoughItsDeadlinePassedWhileNobodyWasThere() {
        loseTheAnswer();
        JobId id = bench.submit();
        north.lookup = s -> Lookup.found("north/1:x");
        bench.time.skip(Duration.ofHours(3));
        bench.time.advance(Duration.ofSeconds(10));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aLostCreateThatIsNotFoundIsParkedAfterThatOneLookUp() {
        loseTheAnswer();
        JobId id = bench.submit();
        bench.time.skip(Duration.ofHours(3));
        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.record(id).isParked()).isTrue();
        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(bench.record(id).attempt().lookups).isEqualTo(2);
    }

    @Test
    void noPolicySendsALostCreateAgainPastTheDeadline() {
        bench.uncertain = Rules.Uncertain.RETRY;
        bench.start();
        loseTheAnswer();
        JobId id = bench.submit();
        bench.time.skip(Duration.ofHours(3));
        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.record(id).isParked()).isTrue();
        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aJobWhoseDeadlinePassedWhileNobodyWasThereIsLookedAtBeforeItIsParked() {
        JobId id = bench.submit();
        bench.time.skip(Duration.ofHours(3));
        bench.time.advance(Duration.ofSeconds(10));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    private void loseTheAnswer() {
        north.lookup = s -> Lookup.notSeen();
        north.nextCreates.add(s -> {
            north.make(s);
            return SubmitOutcome.uncertain(VendorAnswer.ofMessage("reset"), null);
        });
    }
}
