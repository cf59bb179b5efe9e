package io.videojob.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.WebhookRejectedException;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReaderTest {
    private static final WebhookKeys NONE = WebhookKeys.of(List.of(), Instant.EPOCH, Duration.ZERO);
    private static final WebhookKeys KEYS =
            WebhookKeys.of(List.of("newer", "key"), Instant.ofEpochSecond(1000), Duration.ofSeconds(5));

    /** {@code printf '1000.{"id":"j1","status":"ended"}' | openssl dgst -sha256 -hmac key} */
    private static final String BODY = "{\"id\":\"j1\",\"status\":\"ended\"}";

    private static final String SIGNATURE = "v1=efa971df7fb361904ba032eb52aec0086dd9a4e2121367ca3363c761ec43ec82";

    private static WebhookReader reader(boolean bareSecret) {
        return new WebhookReader("acme", "job", "id")
                .signature("Acme-Seal", "Acme-Time", "v1=")
                .bareSecret("Acme-Password", bareSecret, "open-password = on");
    }

    private static WebhookDelivery delivery(Map<String, String> headers, String body) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return WebhookDelivery.of("/t0k3n", all, body.getBytes(UTF_8));
    }

    private static void refused(WebhookReader reader, WebhookDelivery delivery, WebhookKeys keys, String why) {
        assertThatExceptionOfType(WebhookRejectedException.class)
                .isThrownBy(() -> reader.read(delivery, keys))
                .withMessageContaining("acme webhook refused")
                .withMessageContaining(why);
    }

    @Test
    void aSignatureProvesTheBody() {
        WebhookEvent event =
                reader(false).read(delivery(Map.of("acme-seal", SIGNATURE, "ACME-TIME", "1000"), BODY), KEYS);

        assertThat(event.vendorJobId()).isEqualTo("j1");
        assertThat(event.vendorStatus()).isEqualTo("ended");
        assertThat(event.isSigned()).isTrue();
    }

    @Test
    void theStrongestProofThatCameDecidesAloneEvenIfItIsWrong() {
        Map<String, String> both = Map.of("Acme-Seal", "v1=00", "Acme-Time", "1000", "Acme-Password", "key");

        refused(reader(true), delivery(both, BODY), KEYS, "Acme-Seal is not by our secret");
        refused(
                reader(true),
                delivery(Map.of("Acme-Seal", SIGNATURE, "Acme-Password", "key"), BODY),
                KEYS,
                "Acme-Time");
    }

    @Test
    void aWeakerProofIsTakenWhereItIsSwitchedOnAndProvesNoBody() {
        WebhookDelivery open = delivery(Map.of("Acme-Password", "key"), BODY);

        refused(reader(false), open, KEYS, "not signed; open-password = on takes the bare secret");
        refused(reader(true), delivery(Map.of("Acme-Password", "kez"), BODY), KEYS, "Acme-Password is not ours");
        assertThat(reader(true).read(open, KEYS).isSigned()).isFalse();
    }

    @Test
    void nothingIsVerifiedWhereThereIsNoSecretAndNothingTakenUnprovedWhereThereIsOne() {
        assertThat(reader(false).read(delivery(Map.of(), BODY), NONE).isSigned())
                .isFalse();
        assertThat(reader(false)
                        .read(delivery(Map.of("Acme-Seal", "v1=00"), BODY), NONE)
                        .isSigned())
                .isFalse();
        refused(reader(true), delivery(Map.of(), BODY), KEYS, "not signed");
        refused(new WebhookReader("acme", "id"), delivery(Map.of(), BODY), KEYS, "not signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "7", "{\"status\":\"ended\"}", "{\"job\":{}}"})
    void aBodyThatNamesNoJobIsRefused(String body) {
        refused(reader(false), delivery(Map.of(), body), NONE, body.contains("\"") ? "job, id" : "no JSON object");
    }

    @Test
    void anIdThatLooksLikeJsonIsAnIdAllTheSame() {
        assertThat(reader(false)
                        .read(delivery(Map.of(), "{\"id\":\"[1]\"}"), NONE)
                        .vendorJobId())
                .isEqualTo("[1]");
    }
}
