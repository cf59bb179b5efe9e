package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.TransportException;
import io.videojob.VendorRef;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A job of a vendor that is known by its reference alone. */
class AttachTest {
    private final Bench bench = new Bench("north", "south").start();
    private final FakeVendor north = bench.vendor("north");

    @Test
    void aJobFromElsewhereIsAttachedToByItsReference() {
        JobId id = bench.submit();
        VendorRef reference = VendorRef.of("north", "north/1:x");
        assertThat(bench.jobs.attach(reference, Duration.ofHours(1)).id).isEqualTo(id);

        Bench elsewhere = new Bench("north");
        elsewhere.vendor("north").jobs.putAll(north.jobs);
        elsewhere.start();
        JobId attached = elsewhere.jobs.attach(reference, Duration.ofHours(1)).id;
        elsewhere.time.advance(Duration.ofMinutes(5));
        assertThat(elsewhere.status(attached)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(elsewhere.vendor("north").creates).isEmpty();
    }

    @Test
    void aReferenceThatTheVendorDoesNotKnowIsRefusedAndNothingIsKept() {
        VendorRef mistyped = VendorRef.of("north", "mistyped");

        assertThatThrownBy(() -> bench.jobs.attach(mistyped, Duration.ofHours(1)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("mistyped");

        assertThat(bench.jobs.list(JobFilter.all())).isEmpty();
        assertThat(north.looks).isEqualTo(1);
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
}
