package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A webhook that proves nothing about its sender is a reason to look, and nothing more. */
class UnsignedWebhookTest {
    private final Bench bench = new Bench("north").start();
    private final FakeVendor north = bench.vendor("north");

    private JobId lost() {
        north.lookup = this::bySuspicion;
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
        return id;
    }

    private Lookup bySuspicion(Submission submission) {
        return submission
                .suspectedId()
                .filter(north.jobs::containsKey)
                .map(Lookup::found)
                .orElse(Lookup.notSeen());
    }

    @Test
    void aTrueIdIsFoundByTheLookUpThatItCauses() {
        JobId id = lost();
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", false));
        bench.time.advance(Duration.ofMinutes(4));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void aFalseIdIsNotBelieved() {
        JobId id = lost();
        bench.jobs.heard(id, 1, WebhookEvent.of("north/of-another:x", "ready", false));
        bench.time.advance(Duration.ofMinutes(1));

        assertThat(bench.record(id).attempt().vendorJobId).isNull();
        assertThat(bench.status(id)).isEqualTo(JobStatus.UNCERTAIN);
    }

    @Test
    void aParkedJobIsLookedForOnceMore() {
        JobId id = lost();
        north.lookup = submission -> Lookup.notSeen();
        bench.time.advance(Duration.ofDays(1));
        assertThat(bench.record(id).stage).isEqualTo(Stage.PARKED);

        north.lookup = this::bySuspicion;
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", false));
        bench.time.advance(Duration.ofMinutes(4));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
    }

    @Test
    void whatItSaysOfAJobWithAnIdIsNoted() {
        JobId id = bench.submit();
        bench.jobs.heard(id, 1, WebhookEvent.of("north/of-another:x", "ready", false));
        bench.time.advance(Duration.ofMinutes(5));

        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        assertThat(bench.jobs.explain(id).toString()).contains("a webhook for north/of-another:x says ready");
    }
}
