package io.videojob.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import io.videojob.sandbox.script.WebhookPayload;
import io.videojob.sandbox.script.WebhookSigning;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhooksTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();
    private final Receiver receiver;

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    WebhooksTest() throws IOException {
        receiver = new Receiver();
    }

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    private String create(EachlabsSandbox vendor, @Nullable String secret) {
        Map<String, @Nullable Object> body = Samples.eachlabs();
        body.put("webhook_url", receiver.url());
        if (secret != null) {
            body.put("webhook_secret", secret);
        }
        return Caller.of(vendor).post("/v1/prediction", Json.write(body)).string("predictionID");
    }

    private Map<String, @Nullable Object> onlyDelivery() {
        assertThat(receiver.deliveries()).hasSize(1);
        return Json.readObject(receiver.deliveries().get(0).body());
    }

    @Test
    void oneWebhookComesWhenTheJobHasEnded(EachlabsSandbox vendor) {
        String id = create(vendor, null);
        clock.advance(Duration.ofSeconds(179));
        assertThat(receiver.deliveries()).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(onlyDelivery())
                .containsOnlyKeys("exec_id", "flow_id", "status", "output", "error")
                .containsEntry("exec_id", id)
                .containsEntry("status", "succeeded")
                .containsEntry("error", "")
                .hasEntrySatisfying(
                        "output", output -> assertThat(output).asString().endsWith(".mp4"));
        assertThat(receiver.deliveries().get(0).header("X-Webhook-Signature")).isEmpty();
        assertThat(vendor.webhookAttempts()).singleElement().matches(attempt -> attempt.status() == 204);
    }

    @Test
    void aFailureStandsInTheOutputAndNotInTheError(EachlabsSandbox vendor) {
        vendor.nextJob(JobScript.failure(Failure.code("PROVIDER_REJECTED", "unsafe")));
        create(vendor, null);
        clock.advance(Duration.ofMinutes(3));
        Map<String, @Nullable Object> body = onlyDelivery();
        assertThat(body).containsEntry("status", "failed").containsEntry("error", "");
        assertThat(Json.asObject(Json.asList(body.get("output")).get(0))).containsEntry("error", "Error: unsafe");
    }

    @Test
    void aCancelTellsNobody(EachlabsSandbox vendor) {
        String id = create(vendor, null);
        Caller.of(vendor).post("/v1/prediction/" + id + "/cancel", "");
        clock.advance(Duration.ofHours(1));
        assertThat(receiver.deliveries()).isEmpty();
        assertThat(Caller.of(vendor).get("/v1/webhooks").list("webhooks")).isEmpty();
    }

    @Test
    void aSecretSignsTimeStampAndBody(EachlabsSandbox vendor) throws GeneralSecurityException {
        create(vendor, "whsec_test");
        clock.advance(Duration.ofMinutes(3));
        Receiver.Delivery delivery = receiver.deliveries().get(0);
        String stamp = delivery.header("X-Webhook-Timestamp");
        assertThat(stamp).isEqualTo(String.valueOf(clock.now().getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("whsec_test".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] sum = mac.doFinal((stamp + "." + delivery.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(delivery.header("X-Webhook-Signature"))
                .isEqualTo("sha256=" + HexFormat.of().formatHex(sum));
        assertThat(delivery.header("X-Webhook-Secret")).isEqualTo("whsec_test");
    }

    @Test
    void olderAndUnsignedDeliveriesCanBeHad(EachlabsSandbox vendor) {
        vendor.webhookSigning(WebhookSigning.SECRET_ONLY);
        create(vendor, "whsec_test");
        clock.advance(Duration.ofMinutes(3));
        vendor.webhookSigning(WebhookSigning.NONE);
        create(vendor, "whsec_test");
        clock.advance(Duration.ofMinutes(3));
        List<Receiver.Delivery> deliveries = receiver.deliveries();
        assertThat(deliveries.get(0).header("X-Webhook-Secret")).isEqualTo("whsec_test");
        assertThat(deliveries.get(0).header("X-Webhook-Signature")).isEmpty();
        assertThat(deliveries.get(1).header("X-Webhook-Secret")).isEmpty();
    }

    @Test
    void olderBodiesCanBeHad(EachlabsSandbox vendor) {
        String id = create(vendor, null);
        vendor.webhookPayload(WebhookPayload.OLD);
        clock.advance(Duration.ofMinutes(3));
        assertThat(onlyDelivery())
                .containsOnlyKeys("id", "status", "output", "input", "metrics", "logs")
                .containsEntry("id", id)
                .containsEntry("status", "success");
        vendor.webhookPayload(WebhookPayload.MODEL_PAGE);
        assertThat(vendor.sendWebhookNow(id)).isEqualTo(204);
        assertThat(Json.readObject(receiver.deliveries().get(1).body()))
                .containsOnlyKeys("exec_id", "status", "output", "error");
    }

    @Test
    void aDeliveryIsTriedThreeTimesTenSecondsApartWithOneSignature(EachlabsSandbox vendor) {
        receiver.answer(500);
        create(vendor, "whsec_test");
        clock.advance(Duration.ofMinutes(3));
        assertThat(receiver.deliveries()).hasSize(1);
        clock.advance(Duration.ofMillis(9_999));
        assertThat(receiver.deliveries()).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(receiver.deliveries()).hasSize(2);
        clock.advance(Duration.ofHours(1));
        assertThat(receiver.deliveries()).hasSize(3);
        assertThat(receiver.deliveries().stream()
                        .map(delivery -> delivery.header("X-Webhook-Signature"))
                        .distinct())
                .hasSize(1);
        assertThat(vendor.webhookAttempts()).allMatch(attempt -> !attempt.acknowledged());
    }

    @Test
    void anAcknowledgedSecondAttemptIsTheLast(EachlabsSandbox vendor) {
        receiver.answer(401);
        create(vendor, null);
        clock.advance(Duration.ofMinutes(3));
        receiver.answer(200);
        clock.advance(Duration.ofHours(1));
        assertThat(vendor.webhookAttempts())
                .extracting(attempt -> attempt.status())
                .containsExactly(401, 200);
    }

    @Test
    void webhooksCanBeLostDelayedAndGarbled(EachlabsSandbox vendor) {
        vendor.on(
                Operation.WEBHOOK, Fault.loseRequest().times(3), Fault.delay(Duration.ofSeconds(40)), Fault.json("[]"));
        create(vendor, null);
        clock.advance(Duration.ofMinutes(4));
        assertThat(receiver.deliveries()).isEmpty();
        assertThat(vendor.webhookAttempts()).hasSize(3).allMatch(attempt -> attempt.status() == 0);

        create(vendor, null);
        clock.advance(Duration.ofSeconds(219));
        assertThat(receiver.deliveries()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(receiver.deliveries()).hasSize(1);

        create(vendor, null);
        clock.advance(Duration.ofMinutes(3));
        assertThat(receiver.deliveries().get(1).body()).isEqualTo("[]");
    }

    @Test
    void webhooksCanBeCutAndAreTriedAgain(EachlabsSandbox vendor) throws InterruptedException {
        vendor.on(Operation.WEBHOOK, Fault.cutInBody(), Fault.cutAfterHeaders());
        create(vendor, "whsec_test");

        clock.advance(Duration.ofMinutes(3));
        Receiver.Delivery half = receiver.next();
        clock.advance(Duration.ofSeconds(10));
        Receiver.Delivery none = receiver.next();
        clock.advance(Duration.ofSeconds(10));
        Receiver.Delivery whole = receiver.next();

        int length = whole.body().length();
        assertThat(half.body()).isEqualTo(whole.body().substring(0, length / 2));
        assertThat(none.body()).isEmpty();
        assertThat(List.of(half, none, whole)).allSatisfy(each -> {
            assertThat(each.header("Content-Length")).isEqualTo(String.valueOf(length));
            assertThat(each.header("X-Webhook-Signature")).isEqualTo(whole.header("X-Webhook-Signature"));
        });
        assertThat(vendor.webhookAttempts())
                .extracting(attempt -> attempt.status())
                .containsExactly(0, 0, 204);
    }

    @Test
    void aWebhookCanComeTwiceOrBeforeItsTime(EachlabsSandbox vendor) {
        String id = create(vendor, null);
        assertThat(vendor.sendWebhookNow(id)).isEqualTo(204);
        assertThat(onlyDelivery()).containsEntry("exec_id", id).containsEntry("status", "succeeded");
        clock.advance(Duration.ofMinutes(3));
        assertThat(receiver.deliveries()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> vendor.sendWebhookNow("nobody"));
    }

    @Test
    void aWebhookCanComeBeforeTheCreatesAnswer(EachlabsSandbox vendor) {
        vendor.nextJob(JobScript.success().endBeforeAnswer());
        vendor.on(Operation.CREATE, Fault.loseAnswer());
        Map<String, @Nullable Object> body = Samples.eachlabs();
        body.put("webhook_url", receiver.url());
        assertThatExceptionOfType(Caller.NoReply.class)
                .isThrownBy(() -> Caller.of(vendor).post("/v1/prediction", Json.write(body)));
        assertThat(onlyDelivery()).containsEntry("exec_id", vendor.jobs().get(0).id());
        assertThat(vendor.bill().jobs()).isEqualTo(1);
    }

    @Test
    void theRecordOfDeliveriesNamesTheAddress(EachlabsSandbox vendor) {
        String id = create(vendor, null);
        Caller caller = Caller.of(vendor);
        assertThat(caller.get("/v1/webhooks/" + id).status()).isEqualTo(404);
        clock.advance(Duration.ofMinutes(3));
        Reply one = caller.get("/v1/webhooks/" + id);
        assertThat(one.string("execution_id")).isEqualTo(id);
        assertThat(one.string("url")).isEqualTo(receiver.url());
        assertThat(one.string("attempts", 0, "status")).isEqualTo("SUCCESS");
        assertThat(caller.get("/v1/webhooks?limit=1").string("webhooks", 0, "url"))
                .isEqualTo(receiver.url());
        assertThat(caller.get("/v1/webhooks/not-an-id").string("error")).isEqualTo("invalid execution_id");
    }

    @Test
    void anEmptyAddressMeansNone(EachlabsSandbox vendor) {
        Map<String, @Nullable Object> body = Samples.eachlabs();
        body.put("webhook_url", "");
        assertThat(Caller.of(vendor).post("/v1/prediction", Json.write(body)).status())
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(3));
        assertThat(vendor.webhookAttempts()).isEmpty();
    }
}
