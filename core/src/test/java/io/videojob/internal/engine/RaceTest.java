package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.AttemptSnapshot;
import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.VendorRef;
import io.videojob.VideoRequest;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens to a record while its create is on the wire. */
class RaceTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private JobId id;

    private void submitWhile(Runnable happens) {
        id = bench.insert(VideoRequest.builder("m").prompt("p").build());
        north.whileOnTheWire = () -> {
            north.whileOnTheWire = () -> {};
            happens.run();
        };
        bench.time.run();
    }

    @Test
    void aCancelWhileTheCreateIsOnTheWireWaitsForTheAnswer() {
        north.cancelAnswer = CancelOutcome.accepted();
        submitWhile(() -> bench.jobs.cancel(id));
        assertThat(bench.journal.findByReference(VendorRef.of("north", "north/1:x")))
                .isPresent();
        bench.time.advance(Duration.ofMinutes(1));

        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.CONFIRMED);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aCancelThatTheVendorDoesNotOfferLeavesThePaidJobGoingOn() {
        submitWhile(() -> bench.jobs.cancel(id));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.UNSUPPORTED);
    }

    @Test
    void anAdoptionWhileTheCreateIsOnTheWireKeepsBothIds() {
        north.nextCreates.add(s -> {
            north.make(s);
            return north.accept(s);
        });
        submitWhile(() -> bench.jobs.adopt(id, VendorRef.of("north", "north/1:x")));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        assertThat(Views.references(bench.record(id)))
                .contains(VendorRef.of("north", "north/1:x"), VendorRef.of("north", "north/2:x"));
        assertThat(north.creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aSecondDriverThatFindsTheIntentWaitsAndThenLooksItNeverSends() {
        Jobs second = bench.process();
        submitWhile(() -> bench.time.advance(Duration.ofMinutes(2)));
        assertThat(north.creates).hasSize(1);
        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(second.find(id)).isPresent();
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aRefusalThatComesAfterTheAttemptCountedAsUncertainProvesThatNothingWasMade() {
        bench.process();
        north.nextCreates.add(s -> FakeVendor.refuse(RefusalReason.OUT_OF_CREDITS));
        submitWhile(() -> {
            bench.time.advance(Duration.ofMinutes(2));
            assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        });
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.vendor("south").creates).hasSize(1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void aWebhookBeforeTheAnswerIsAdopted() {
        submitWhile(() -> bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true)));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).attempts).hasSize(1);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aProcessThatDiesDuringTheCreateIsFollowedByOneThatLooksForIt() {
        north.lookup = s -> Lookup.candidates(List.copyOf(north.jobs.keySet()));
        north.nextCreates.add(s -> {
            north.make(s);
            throw new Died();
        });
        id = bench.insert(VideoRequest.builder("m").prompt("p").build());
        try {
            bench.time.run();
        } catch (Died processEnds) {
            bench.time.forgetEverything();
        }
        bench.start();
        bench.time.advance(Duration.ofMinutes(1));
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUBMITTING);
        assertThat(answerBy()).hasValueSatisfying(by -> assertThat(by).isAfter(bench.time.now()));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(answerBy()).isEmpty();
        assertThat(north.creates).hasSize(1);
    }

    private Optional<Instant> answerBy() {
        return Views.snapshot(bench.record(id)).attempt().flatMap(AttemptSnapshot::answerBy);
    }

    @Test
    void aProcessThatWasHeldUpDoesNotSendAfterItsTime() {
        JobRecord admitted = JobRecord.of(new JobIds(bench.time).next(), bench.time.now(), d -> {
            d.candidates = bench.order(VideoRequest.builder("m").build()).candidates();
            d.attempts.add(Attempt.first(1, 0));
            d.stage = Stage.ADMITTED;
        });
        Intent late = new Intent("me", bench.time.now(), bench.time.now().minusMillis(1), bench.time.now());
        SubmitOutcome outcome =
                new Exchanges(Map.of("north", north), bench.journal, bench.time, null).create(admitted, late);

        assertThat(outcome.kind()).isEqualTo(SubmitOutcome.Kind.NOT_SENT);
        assertThat(north.creates).isEmpty();
    }

    /** The end of a process, in the middle of an exchange. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    @Test
    void aWebhookWhileALookIsOnTheWireIsNotUndoneByItsOlderAnswer() {
        Bench slow = new Bench("north");
        slow.pacer = Pacer.fixed(Duration.ofHours(1));
        JobId slowId = slow.start().submit();
        slow.time.advance(Duration.ofMinutes(5));
        slow.vendor("north").nextLooks.add(() -> {
            slow.time.advance(Duration.ofSeconds(1));
            slow.jobs.heard(slowId, 1, WebhookEvent.of("north/1:x", "ready", true));
            return VendorState.builder(VendorState.Phase.RUNNING, "at work").build();
        });

        slow.jobs.heard(slowId, 1, WebhookEvent.of("north/1:x", "ready", true));
        slow.time.advance(Duration.ofSeconds(1));

        assertThat(slow.status(slowId)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(slow.vendor("north").looks).isEqualTo(2);
    }

    @Test
    void aWebhookBeforeTheCreatesAnswerIsNotUndoneByIt() {
        Bench slow = new Bench("north");
        slow.pacer = Pacer.fixed(Duration.ofHours(1));
        slow.start();
        FakeVendor vendor = slow.vendor("north");
        vendor.run = Duration.ZERO;
        vendor.whileOnTheWire = () -> slow.jobs.heard(
                slow.journal.list(io.videojob.JobFilter.all()).get(0).id(),
                1,
                WebhookEvent.of("north/1:x", "ready", true));

        JobId slowId = slow.submit();
        slow.time.advance(Duration.ofSeconds(1));

        assertThat(slow.status(slowId)).isEqualTo(JobStatus.SUCCEEDED);
    }

    /** Found by random runs: the answer to the look at the id that was named first ended the job. */
    @Test
    void anAnswerAboutAnIdThatWasAdoptedByMistakeIsNotTakenForTheRightOnes() {
        north.nextCreates.add(north::lose);
        id = bench.submit();
        north.nextLooks.add(() -> {
            bench.jobs.adopt(id, VendorRef.of("north", "north/1:x"));
            return FakeVendor.broken(FailureReason.INVALID_INPUT, Billing.NOT_BILLED);
        });
        bench.jobs.adopt(id, VendorRef.of("north", "north/of-another"));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.history(id)).contains("north/of-another").contains("is not its job any more");
    }

    @Test
    void aVendorThatCannotCancelTheWrongIdIsStillAskedToCancelTheRightOne() {
        north.nextCreates.add(north::lose);
        id = bench.submit();
        bench.jobs.cancel(id);
        north.whileCanceling = () -> {
            north.whileCanceling = () -> {};
            bench.jobs.adopt(id, VendorRef.of("north", "north/1:x"));
            throw new ProviderException("no such job", RefusalReason.NOT_FOUND, null, VendorAnswer.nothing());
        };
        north.cancelAnswer = CancelOutcome.accepted();
        bench.jobs.adopt(id, VendorRef.of("north", "north/of-another"));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.CANCELED);
        assertThat(bench.record(id).cancellation).isEqualTo(Cancellation.CONFIRMED);
    }

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
        Engine engine = new Engine(
                new Rules(Rules.Failover.ON, Rules.Uncertain.ASK, Duration.ofMinutes(10), bench.pacer, Map.of(), null));
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
}
