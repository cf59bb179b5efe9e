package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import io.videojob.sandbox.script.WebhookPayload;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Webhooks through a real web server. Looks are a day apart and look-ups are down wherever a webhook has to do the work, so
 * that nothing else can have done it.
 */
class WebhookTest extends AtHook {
    @Test
    void aWebhookEndsTheWait() throws Exception {
        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());

        world.assertDelivered(job);
        world.assertOneCreateOneBill(VENDOR);
    }

    /** The job is done and told before its create is answered. */
    @Test
    void aWebhookBeforeTheCreatesAnswerIsAdopted() throws Exception {
        vendor().nextJob(JobScript.success().endBeforeAnswer());
        vendor().on(Operation.CREATE, Fault.delay(FaultStep.FOREVER).afterWork());

        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());
        World.until(
                "the webhook to name the job", () -> job.snapshot().vendorRef().isPresent());
        assertThat(vendor().creates().get(0).status())
                .as("status of the create's answer")
                .isZero();
        vendor().release();

        world.assertDelivered(job);
        world.assertOneCreateOneBill(VENDOR);
        assertThat(job.snapshot().attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.vendorRef()).contains(VENDOR.ref(world.onlyJob(VENDOR))));
    }

    /** The look was answered before the job ended; its answer arrives behind the webhook, and must not undo it. */
    @Test
    void aWebhookWhileALookIsOnTheWireIsNotLost() throws Exception {
        vendor().nextJob(JobScript.success().hold());
        vendor().on(Operation.LOOK, Fault.delay(FaultStep.FOREVER).afterWork());
        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        String id = world.onlyJob(VENDOR);
        vendor().sendWebhookNow(id);
        World.until("the look", () -> vendor().looks() == 1);

        world.time().skip(Duration.ofSeconds(2)); // signed in the same second it would be a repeat of the first
        vendor().finish(id);
        World.until("the webhook", () -> hook.deliveries().size() == 2);
        vendor().release();

        world.assertDelivered(job);
        assertThat(vendor().looks()).isEqualTo(2);
    }

    @Test
    void aWebhookAfterALostAnswerIsAdopted() throws Exception {
        vendor().on(Operation.CREATE, Fault.loseAnswer());
        vendor().on(Operation.LOOKUP, Fault.loseAnswer().always());

        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());

        world.assertDelivered(job);
        world.assertOneCreateOneBill(VENDOR);
        assertThat(job.explain().entries()).anyMatch(entry -> entry.kind().equals("webhook"));
    }

    /** Nobody looks any more, and the job is parked: the vendor speaks up at last. */
    @Test
    void aWebhookSettlesAParkedJob() throws Exception {
        vendor().nextJob(JobScript.success().hold());
        vendor().on(Operation.CREATE, Fault.loseAnswer());
        vendor().on(Operation.LOOKUP, Fault.loseAnswer().always());
        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());
        world.untilRequests(VENDOR, Operation.LOOKUP, 2);
        world.time().skip(Duration.ofMinutes(31));
        World.until("the job to be parked", () -> job.snapshot().isParked());

        vendor().finish(world.onlyJob(VENDOR));
        World.until("the webhook to settle it", () -> !job.snapshot().isParked());

        world.assertDelivered(job);
        world.assertOneCreateOneBill(VENDOR);
    }

    /** Equal jobs, both answers lost: each webhook is for one of them. */
    @Test
    void webhooksTellEqualJobsApart() throws Exception {
        vendor().on(Operation.CREATE, Fault.loseAnswer().times(2));
        VideoJobs jobs = hook.open(world, VENDOR, NO_LOOKS);

        List<VideoJob> twins =
                jobs.submitAll(List.of(Requests.raccoon(), Requests.raccoon())).jobs();

        for (VideoJob twin : twins) {
            world.assertDelivered(twin);
        }
        assertThat(twins)
                .extracting(twin -> twin.snapshot().vendorRef().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(vendor().creates()).hasSize(2);
        assertThat(vendor().bill().jobs()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyDocumentedBodyIsUnderstood(WebhookPayload payload) throws Exception {
        vendor().webhookPayload(payload);
        vendor().on(Operation.CREATE, Fault.loseAnswer());
        vendor().on(Operation.LOOKUP, Fault.loseAnswer().always());

        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());

        world.assertDelivered(job);
        world.assertOneCreateOneBill(VENDOR);
    }

    @Test
    void webhooksThatAreRepeatedDoNoHarm() throws Exception {
        vendor().nextJob(JobScript.success().hold());
        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        String id = world.onlyJob(VENDOR);

        assertThat(Stream.generate(() -> vendor().sendWebhookNow(id)).limit(3)).containsOnly(200);
        vendor().finish(id);
        world.assertDelivered(job);
        String explained = job.explain().toString();
        assertThat(Stream.generate(() -> vendor().sendWebhookNow(id)).limit(3)).containsOnly(200);

        assertThat(job.explain()).hasToString(explained);
        world.assertOneCreateOneBill(VENDOR);
    }

    /** A webhook is a hint: this one says that the job is done, and the vendor, asked, says that it runs. */
    @Test
    void aWebhookIsNotBelievedBeforeTheVendorWasAsked() throws Exception {
        vendor().nextJob(JobScript.success().hold());
        VideoJob job = hook.open(world, VENDOR, NO_LOOKS).submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        int looks = vendor().looks();

        assertThat(vendor().sendWebhookNow(world.onlyJob(VENDOR))).isEqualTo(200);
        World.until("a look", () -> vendor().looks() > looks);

        assertThat(job.snapshot().status().isFinal()).isFalse();
        vendor().finish(world.onlyJob(VENDOR));
        world.assertDelivered(job);
    }

    /** AI/ML API has none, and is told of none. */
    @Test
    void aVendorWithoutWebhooksIsLookedAt() throws Exception {
        VideoJobs jobs = world.open(world.settings("aimlapi", hook.settings()));
        hook.handTo(jobs);

        world.assertDelivered(jobs.submit(Requests.raccoon()));
        assertThat(world.at(Vendor.AIMLAPI).creates().get(0).request().body()).doesNotContain("webhook");
        assertThat(hook.deliveries()).isEmpty();
    }
}
