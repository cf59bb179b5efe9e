package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.VendorRef;
import io.videojob.VideoRequest;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Each was a defect once: an interleaving that cost money, lost a job, or left one hanging. */
class ReviewedTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    @Test
    void theOutcomeOfAnEarlierSendIsNotTakenForTheOneOnTheWire() {
        JobRecord sending = JobRecord.of(new JobIds(bench.time).next(), bench.time.now(), d -> {
            d.request = VideoRequest.builder("m").prompt("p").build();
            d.candidates = bench.order(d.request).candidates();
            d.attempts.add(Attempt.of(1, 0, a -> {
                a.state = AttemptState.SUBMITTING;
                a.sends = 2;
                a.sentAt = bench.time.now();
            }));
            d.stage = Stage.SENDING;
            d.intent = new Intent(
                    "me", bench.time.now(), bench.time.now(), bench.time.now().plusSeconds(70));
        });
        Engine engine = new Engine(new Rules(
                Rules.Failover.ON, Rules.Uncertain.ASK, Duration.ofMinutes(10), bench.pacer, java.util.Map.of(), null));
        JobRecord after = engine.apply(
                sending,
                new Event.Created(1, 1, FakeVendor.refuse(RefusalReason.UNAVAILABLE)),
                new Moment(bench.time.now(), 0));

        assertThat(after.stage).isEqualTo(Stage.SENDING);
        assertThat(after.intent).isNotNull();
        JobRecord late = engine.apply(
                sending,
                new Event.Created(1, 1, SubmitOutcome.accepted("x", Fakes.queued())),
                new Moment(bench.time.now(), 0));
        assertThat(late.stage).isEqualTo(Stage.SENDING);
        assertThat(Views.references(late)).containsExactly(VendorRef.of("north", "x"));
    }

    @Test
    void aWebhookThatProvesAJobStopsTheResendThatWaits() {
        north.nextCreates.add(s -> {
            north.make(s);
            return FakeVendor.refuse(RefusalReason.UNAVAILABLE);
        });
        JobId id = bench.submit();
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(north.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aWebhookForAnEarlierAttemptStandsInForALaterOneThatWasNeverSent() {
        bench.limits.put("south", Bench.limits(0, "0", null));
        bench.start();
        north.nextCreates.add(s -> {
            north.make(s);
            return FakeVendor.refuse(RefusalReason.OUT_OF_CREDITS);
        });
        JobId id = bench.submit();
        assertThat(bench.record(id).attempt().number).isEqualTo(2);
        assertThat(bench.status(id)).isEqualTo(JobStatus.WAITING);
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(south.creates).isEmpty();
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void thePolicyRetryIsBounded() {
        Bench retrying = new Bench("north");
        retrying.uncertain = Rules.Uncertain.RETRY;
        retrying.start();
        FakeVendor vendor = retrying.vendor("north");
        vendor.everyCreate = vendor::lose;
        JobId id = retrying.submit(VideoRequest.builder("m")
                .prompt("p")
                .deadline(Duration.ofDays(2))
                .build());
        retrying.time.advance(Duration.ofDays(2));

        assertThat(vendor.creates).hasSize(5);
        assertThat(retrying.record(id).isParked()).isTrue();
    }

    @Test
    void whatMayHaveShownItselfIsNotSentAgainByAPolicy() {
        Bench retrying = new Bench("north");
        retrying.uncertain = Rules.Uncertain.RETRY;
        retrying.start();
        FakeVendor vendor = retrying.vendor("north");
        vendor.nextCreates.add(vendor::lose);
        vendor.lookup = s -> Lookup.candidates(List.of("a", "b"));
        JobId id = retrying.submit();
        retrying.time.advance(Duration.ofHours(2));

        assertThat(vendor.creates).hasSize(1);
        assertThat(retrying.record(id).isParked()).isTrue();
    }

    @Test
    void anOrphanIsDeliveredToWhoAttachesToIt() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(40));
        bench.jobs.giveUp(id);
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));
        VendorRef orphan = VendorRef.of("north", "north/1:x");
        JobId attached = bench.jobs.attach(orphan, Duration.ofHours(1)).id;
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(attached).isNotEqualTo(id);
        assertThat(bench.status(attached)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.journal.findByReference(orphan).orElseThrow().id()).isEqualTo(attached);
    }

    @Test
    void aWebhookThatNamesAnotherIdThanTheAdoptedOneIsKeptAsAnOrphan() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.jobs.adopt(id, VendorRef.of("north", "wrong"));
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));

        assertThat(Views.references(bench.record(id)))
                .containsExactlyInAnyOrder(VendorRef.of("north", "wrong"), VendorRef.of("north", "north/1:x"));
    }

    @Test
    void aBudgetIsGivenBackByJobsThatAreOverAndByJobsThatWereNeverSent() {
        Bench poor = new Bench("north");
        poor.limits.put("north", Bench.limits(1, "1.50", null));
        poor.start();
        FakeVendor vendor = poor.vendor("north");
        vendor.nextCreates.add(s -> {
            String job = vendor.make(s);
            vendor.jobs.get(job).end = FakeVendor.broken(FailureReason.OTHER, Billing.UNKNOWN);
            return SubmitOutcome.accepted(job, Fakes.queued());
        });
        poor.submit("first, of unknown cost");
        poor.submit(VideoRequest.builder("m")
                .prompt("parked unsent")
                .deadline(Duration.ofMinutes(1))
                .build());
        poor.time.advance(Duration.ofMinutes(20));
        JobId later = poor.submit("later");
        poor.time.advance(Duration.ofDays(2));

        assertThat(poor.status(later)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aLookUpThatFindsWhatAnotherJobHoldsIsNotRepeatedAtOnce() {
        int[] lookUps = new int[1];
        north.lookup = s -> {
            lookUps[0]++;
            return north.jobs.isEmpty() ? Lookup.notSeen() : Lookup.found("north/1:x");
        };
        north.nextCreates.add(s -> SubmitOutcome.accepted("north/1:x", Fakes.queued()));
        north.nextCreates.add(north::lose);
        bench.submit("another");
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(lookUps[0]).isLessThan(30);
        assertThat(bench.record(id).attempt().vendorJobId).isNull();
    }

    @Test
    void aListenerExecutorThatRejectsChangesNothingForTheJob() {
        bench.watchers = new Watchers(task -> {
            throw new RejectedExecutionException("full");
        });
        bench.jobs = bench.process(bench.watchers);
        JobId id = bench.jobs
                .submit(List.of(
                        bench.order(VideoRequest.builder("m").prompt("p").build())))
                .get(0)
                .id;
        List<String> seen = new ArrayList<>();
        bench.watchers.listen(id, snapshot -> seen.add(snapshot.status().name()));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(seen).contains("QUEUED", "SUCCEEDED").doesNotHaveDuplicates();
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
        north.nextCreates.add(s -> {
            String job = north.make(s);
            north.jobs.get(job).end = FakeVendor.broken(FailureReason.VENDOR_FAULT, Billing.NOT_BILLED);
            return SubmitOutcome.accepted(job, Fakes.queued());
        });
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
        JobId id = bench.submit(VideoRequest.builder("m")
                .prompt("p")
                .deadline(Duration.ofSeconds(30))
                .build());

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
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

        assertThat(alone.record(waiting).history.size()).isLessThan(20);
    }

    @Test
    void aVendorsJobThatWasLookedAtByItsReferenceCanStillBeAdopted() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(40));
        VendorRef lost = VendorRef.of("north", "north/1:x");
        JobId lookedAt = bench.jobs.attach(lost, Duration.ofHours(2)).id();
        bench.time.advance(Duration.ofMinutes(1));

        bench.jobs.adopt(id, lost);
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.journal.findByReference(lost).orElseThrow().id()).isEqualTo(id);
        assertThat(bench.record(lookedAt).end).isNotNull();
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void sendingAgainAfterCancelingIsNotCanceled() {
        north.cancelAnswer = CancelOutcome.accepted();
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.jobs.cancel(id);
        bench.time.advance(Duration.ofMinutes(40));

        bench.jobs.sendAgain(id);
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).cancellation).isNull();
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
    void aMistypedAdoptionIsSetRightByAnother() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(40));
        bench.jobs.adopt(id, VendorRef.of("north", "mistyped"));
        bench.time.advance(Duration.ofMinutes(10));

        bench.jobs.adopt(id, VendorRef.of("north", "north/1:x"));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(Views.references(bench.record(id))).containsExactly(VendorRef.of("north", "north/1:x"));
    }

    @Test
    void aReferenceThatNobodyKnewOnceTheVendorWasBackCanBeGivenUpButNotSent() {
        north.nextLooks.add(() -> {
            throw new TransportException("north does not answer", null);
        });
        JobId id = bench.jobs
                .attach(VendorRef.of("north", "mistyped"), Duration.ofHours(2))
                .id();
        bench.time.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> bench.jobs.sendAgain(id)).hasMessageContaining("no request to send");
        bench.jobs.giveUp(id);

        assertThat(bench.record(id).end).isNotNull();
        assertThat(Views.references(bench.record(id))).isEmpty();
        assertThat(north.creates).isEmpty();
    }
}
