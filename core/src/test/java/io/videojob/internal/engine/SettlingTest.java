package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.SubmissionUncertainException;
import io.videojob.VendorRef;
import io.videojob.spi.CancelOutcome;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a user says of an attempt whose outcome is uncertain: it is adopted, given up, or sent again. */
class SettlingTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");

    private JobId parked() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(40));
        assertThat(bench.record(id).isParked()).isTrue();
        return id;
    }

    @Test
    void givingUpEndsTheJobAndALaterIdIsKeptAsAnOrphan() {
        JobId id = parked();
        bench.jobs.giveUp(id);
        assertThat(Views.failure(bench.record(id)))
                .isInstanceOf(SubmissionUncertainException.class)
                .satisfies(e ->
                        assertThat(((SubmissionUncertainException) e).billing()).isEqualTo(Billing.UNKNOWN));

        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));
        assertThat(bench.record(id).attempts).hasSize(2);
        assertThat(bench.record(id).attempts.get(1).state).isEqualTo(AttemptState.ORPHAN);
        assertThat(bench.journal.findByReference(VendorRef.of("north", "north/1:x")))
                .isPresent();
    }

    @Test
    void sendingAgainIsTheUsersOwnDecision() {
        JobId id = parked();
        bench.jobs.sendAgain(id);
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(north.creates).hasSize(2);
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).attempts.get(0).billing).isEqualTo(Billing.UNKNOWN);
    }

    @Test
    void settlingAJobThatIsNotUncertainIsRefused() {
        JobId id = bench.submit();
        assertThatThrownBy(() -> bench.jobs.giveUp(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bench.jobs.sendAgain(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bench.jobs.adopt(id, VendorRef.of("north", "y")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMistypedAdoptionIsSetRightByAnother() {
        JobId id = parked();
        bench.jobs.adopt(id, VendorRef.of("north", "mistyped"));
        bench.time.advance(Duration.ofMinutes(10));

        bench.jobs.adopt(id, VendorRef.of("north", "north/1:x"));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(Views.references(bench.record(id))).containsExactly(VendorRef.of("north", "north/1:x"));
    }

    @Test
    void aVendorsJobThatWasLookedAtByItsReferenceCanStillBeAdopted() {
        JobId id = parked();
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
}
