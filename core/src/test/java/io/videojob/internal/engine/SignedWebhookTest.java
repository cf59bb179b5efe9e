package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.RefusalReason;
import io.videojob.VendorRef;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A webhook whose sender is proven settles what was uncertain. */
class SignedWebhookTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");
    private final FakeVendor south = bench.vendor("south");

    @Test
    void aWebhookAfterALostAnswerSettlesItAtOnce() {
        north.nextCreates.add(north::lose);
        JobId lost = bench.submit();
        assertThat(bench.status(lost)).isEqualTo(JobStatus.UNCERTAIN);
        bench.jobs.heard(lost, 1, WebhookEvent.of("north/1:x", "ready", true));
        bench.time.advance(Duration.ofMinutes(4));

        assertThat(bench.status(lost)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
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
    void aWebhookThatNamesAnotherIdThanTheAdoptedOneIsKeptAsAnOrphan() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        bench.jobs.adopt(id, VendorRef.of("north", "wrong"));
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));

        assertThat(Views.references(bench.record(id)))
                .containsExactlyInAnyOrder(VendorRef.of("north", "wrong"), VendorRef.of("north", "north/1:x"));
    }
}
