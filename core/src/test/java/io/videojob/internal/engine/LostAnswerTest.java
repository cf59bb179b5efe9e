package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.RefusalReason;
import io.videojob.SubmissionUncertainException;
import io.videojob.TransportException;
import io.videojob.VendorRef;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LostAnswerTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    @Test
    void aLostAnswersJobIsFoundAndFinishedWithOneCreateAndOneBill() {
        north.nextCreates.add(north::lose);
        north.lookup = s -> Lookup.candidates(List.copyOf(north.jobs.keySet()));
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
        assertThat(north.made()).isEqualTo(1);
        assertThat(south.creates).isEmpty();
    }

    @Test
    void withLookUpsDownTheJobIsParkedAndNothingMoreIsSent() {
        north.nextCreates.add(north::lose);
        north.lookup = s -> {
            throw new TransportException("look-ups are down", null);
        };
        JobId id = bench.submit();
        var completion = bench.watchers.settled(bench.record(id));
        bench.time.advance(Duration.ofMinutes(29));
        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(completion).isNotDone();
        bench.time.advance(Duration.ofHours(3));

        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(bench.record(id).isParked()).isTrue();
        assertThat(completion).isCompleted();
        assertThat(Views.failure(bench.record(id))).isInstanceOf(SubmissionUncertainException.class);
        assertThat(bench.record(id).attempt().billing).isEqualTo(Billing.UNKNOWN);
        assertThat(north.creates).hasSize(1);
        assertThat(south.creates).isEmpty();
        assertThat(bench.history(id)).contains("not failed over: the outcome of attempt 1 is unknown");
    }

    @Test
    void aLookUpThatOnlyShowsFinishedJobsFindsALongOneInTheEnd() {
        north.run = Duration.ofMinutes(27);
        north.nextCreates.add(north::lose);
        north.lookup = s -> north.jobs.values().stream()
                .filter(job -> bench.time.now().isAfter(job.madeAt.plus(north.run)))
                .findFirst()
                .map(job -> Lookup.found("north/1:x"))
                .orElse(Lookup.notSeen());
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(31));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aJobThatIsFoundWhileItsUserHasItSentAgainIsTakenInsteadOfPaidTwice() {
        north.nextCreates.add(north::lose);
        north.lookup = s -> {
            bench.jobs.sendAgain(JobId.parse(s.sendTag().split("-", -1)[1]));
            return Lookup.found("north/1:x");
        };
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aJobThatShowsItselfBeforeItIsSentAgainIsNotLookedAtForEver() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.jobs.sendAgain(id);
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "running", true));
        north.jobs.clear();
        bench.time.advance(Duration.ofHours(3));

        assertThat(north.creates).hasSize(1);
        assertThat(bench.record(id).isParked()).isTrue();
    }

    @Test
    void absenceCountsAsNotSentOnlyWhereTheVendorsDocumentsSaySo() {
        Bench trusting = new Bench("north");
        trusting.absenceProves = Duration.ofMinutes(1);
        trusting.start();
        FakeVendor vendor = trusting.vendor("north");
        vendor.nextCreates.add(s -> SubmitOutcome.uncertain(io.videojob.VendorAnswer.ofMessage("cut"), null));
        vendor.lookup = s -> Lookup.notSeen();
        JobId id = trusting.submit();
        trusting.time.advance(Duration.ofSeconds(50));
        assertThat(vendor.creates).hasSize(1);
        trusting.time.advance(Duration.ofMinutes(6));

        assertThat(vendor.creates).hasSize(2);
        assertThat(trusting.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aRefusalFollowedByALostCreateAdoptsTheSecond() {
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.RATE_LIMITED));
        north.nextCreates.add(north::lose);
        north.lookup = s -> north.jobs.values().stream()
                .filter(job -> job.submission.sendTag().equals(s.sendTag()))
                .findFirst()
                .map(job -> Lookup.found("north/1:x"))
                .orElse(Lookup.notSeen());
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(2);
        assertThat(north.made()).isEqualTo(1);
    }

    @Test
    void twoEqualJobsWithBothAnswersLostNeverTakeTheSameVendorsJob() {
        north.everyCreate = north::lose;
        north.lookup = this::onceBothAreSent;
        JobId a = bench.submit();
        JobId b = bench.submit();
        bench.time.advance(Duration.ofHours(1));

        assertThat(north.creates).hasSize(2);
        assertThat(bench.record(a).isParked()).isTrue();
        assertThat(bench.record(b).isParked()).isTrue();
        assertThat(bench.record(a).attempt().lookalikes).containsExactly("north/1:x", "north/2:x");

        bench.jobs.adopt(a, VendorRef.of("north", "north/1:x"));
        assertThatThrownBy(() -> bench.jobs.adopt(b, VendorRef.of("north", "north/1:x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(a.toString());
        bench.jobs.adopt(b, VendorRef.of("north", "north/2:x"));
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(bench.status(a)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.status(b)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void oneVisibleJobIsNobodysWhileATwinOfOursIsUnresolved() {
        north.nextCreates.add(north::lose);
        north.nextCreates.add(
                s -> SubmitOutcome.uncertain(io.videojob.VendorAnswer.ofMessage("lost on the way"), null));
        north.lookup = this::onceBothAreSent;
        JobId a = bench.submit();
        JobId b = bench.submit();
        bench.time.advance(Duration.ofHours(1));

        assertThat(bench.record(a).attempt().vendorJobId).isNull();
        assertThat(bench.record(b).attempt().vendorJobId).isNull();
    }

    private Lookup onceBothAreSent(Submission submission) {
        return north.creates.size() < 2 ? Lookup.notSeen() : Lookup.candidates(List.copyOf(north.jobs.keySet()));
    }

    @Test
    void theFirstOfTwoEqualJobsIsFoundBeforeTheSecondIsSentAndTheSecondTakesTheOther() {
        north.everyCreate = north::lose;
        north.lookup = s -> Lookup.candidates(List.copyOf(north.jobs.keySet()));
        JobId a = bench.submit();
        JobId b = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(bench.record(a).attempt().vendorJobId).isEqualTo("north/1:x");
        assertThat(bench.record(b).attempt().vendorJobId).isEqualTo("north/2:x");
        assertThat(bench.status(b)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void anAdapterThatThrowsLeavesTheCreateUncertain() {
        north.nextCreates.add(s -> {
            throw new IllegalStateException("a bug");
        });
        JobId id = bench.submit();
        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        assertThat(south.creates).isEmpty();
    }
}
