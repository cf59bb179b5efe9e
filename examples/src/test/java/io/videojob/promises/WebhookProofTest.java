package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.WebhookSigning;
import io.videojob.webhook.WebhookDelivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which deliveries are believed, and what is said to whoever posts them. Looks are a day apart where a webhook has to do the work. */
class WebhookProofTest extends AtHook {
    @ParameterizedTest
    @EnumSource(names = {"SECRET_ONLY", "NONE"})
    void aWebhookWithoutASignatureIsRefusedAndTheJobIsFoundByLooking(WebhookSigning signing) throws Exception {
        vendor().webhookSigning(signing);

        VideoJob job = hook.open(world, VENDOR).submit(Requests.raccoon());

        world.assertDelivered(job);
        World.until("the webhook", () -> !vendor().webhookAttempts().isEmpty());
        assertThat(vendor().webhookAttempts())
                .extracting(WebhookAttempt::status)
                .containsOnly(400);
        world.assertOneCreateOneBill(VENDOR);
    }

    @Test
    void theBareSecretWillDoWhereThatIsSwitchedOn() throws Exception {
        vendor().webhookSigning(WebhookSigning.SECRET_ONLY);

        VideoJob job = hook.open(world, VENDOR, NO_LOOKS, "videojob.provider.eachlabs.webhook-legacy-secret = on")
                .submit(Requests.raccoon());

        world.assertDelivered(job);
        assertThat(vendor().webhookAttempts()).isNotEmpty().allMatch(WebhookAttempt::acknowledged);
    }

    /** Each forgery, made of a delivery that was accepted, changes nothing. */
    @Test
    void forgedDeliveriesAreRefused() throws Exception {
        VideoJobs jobs = hook.open(world, VENDOR, NO_LOOKS);
        VideoJob job = jobs.submit(Requests.raccoon());
        job.await(World.LONG);
        World.until("the delivery", () -> !hook.deliveries().isEmpty());
        Hook.Delivery good = hook.deliveries().get(0);
        assertThat(good.status()).isEqualTo(200);
        String explained = job.explain().toString();
        String path = good.path();
        String mac = path.substring(path.lastIndexOf('.') + 1);

        refused(jobs, "/videojob/" + "0".repeat(40), good.headers(), good.body());
        refused(jobs, "/videojob/", good.headers(), good.body());
        refused(jobs, path.replace(mac, "0".repeat(mac.length())), good.headers(), good.body());
        refused(jobs, path.replace(".1.", ".2."), good.headers(), good.body());
        refused(jobs, path, with(good, "X-Webhook-Signature", "sha256=" + "0".repeat(64)), good.body());
        refused(jobs, path, with(good, "X-Webhook-Signature", ""), good.body());
        refused(jobs, path, with(good, "X-Webhook-Timestamp", "1"), good.body());
        refused(jobs, path, Map.of(), good.body());
        refused(jobs, path, good.headers(), "{}");
        refused(jobs, path, good.headers(), good.body().replace(world.onlyJob(VENDOR), "another-job"));

        assertThat(job.explain()).hasToString(explained);
    }

    /** What was good once is no good later: whoever recorded it can't play it again. */
    @Test
    void aDeliveryThatIsReplayedLaterIsRefused() throws Exception {
        VideoJobs jobs = hook.open(world, VENDOR, NO_LOOKS);
        VideoJob job = jobs.submit(Requests.raccoon());
        job.await(World.LONG);
        World.until("the delivery", () -> !hook.deliveries().isEmpty());
        Hook.Delivery good = hook.deliveries().get(0);

        world.time().skip(Duration.ofMinutes(6));

        refused(jobs, good.path(), good.headers(), good.body());
    }

    /** It stands in the logs of whoever is between; with it alone nothing can be done, and no key is in it. */
    @Test
    void theAddressHoldsNoKey() throws Exception {
        hook.open(world, VENDOR).submit(Requests.raccoon()).await(World.LONG);

        Object address = vendor().creates().get(0).request().json().get("webhook_url");
        assertThat(address).asString().startsWith("http://127.0.0.1:").doesNotContain(vendor().key(), "a-long-random");
        assertThat(vendor().creates().get(0).request().body()).doesNotContain("a-long-random-text");
    }

    @Test
    void withoutAnAddressNoDeliveryIsTaken() throws Exception {
        VideoJobs jobs = world.open(VENDOR);
        VideoJob job = jobs.submit(Requests.raccoon());
        job.await(World.LONG);

        refused(jobs, "/videojob/" + job.id() + ".1.00", Map.of(), "");
        assertThat(job.snapshot().status()).isEqualTo(JobStatus.SUCCEEDED);
    }

    private static void refused(VideoJobs jobs, String path, Map<String, List<String>> headers, String body) {
        assertThat(jobs.webhooks()
                        .receive(WebhookDelivery.of(path, headers, body.getBytes(StandardCharsets.UTF_8)))
                        .status())
                .as(path + " " + headers.keySet())
                .isEqualTo(400);
    }

    private static Map<String, List<String>> with(Hook.Delivery delivery, String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(delivery.headers());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase(header));
        headers.put(header, List.of(value));
        return headers;
    }
}
