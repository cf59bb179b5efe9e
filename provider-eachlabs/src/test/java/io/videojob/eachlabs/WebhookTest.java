package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.WebhookRejectedException;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
    private static final String SECRET = "whsec_test";
    private static final long SIGNED_AT = 1789994667;
    private static final String SIGNATURE = "sha256=45977324eab4ccf48fa6587999ce60e9d457cc09b296b8e3a60d9af22bd5a40b";
    private static final WebhookKeys NO_KEYS = keysAt(SIGNED_AT);

    @AutoClose
    private final Eachlabs eachlabs = Eachlabs.builder().apiKey("smk_1").build();

    @AutoClose
    private final Eachlabs lenient = Eachlabs.builder()
            .apiKey("smk_1")
            .set("webhook-legacy-secret", "on")
            .build();

    private static WebhookKeys keysAt(long now, String... secrets) {
        return WebhookKeys.of(List.of(secrets), Instant.ofEpochSecond(now), Duration.ofMinutes(5));
    }

    private static WebhookDelivery delivery(String body, String... headers) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            map.put(headers[i], List.of(headers[i + 1]));
        }
        return WebhookDelivery.of("/videojob/t0k3n", map, body.getBytes(UTF_8));
    }

    private static WebhookDelivery signed(String body, String at, String signature) {
        return delivery(body, "x-webhook-timestamp", at, "X-WEBHOOK-SIGNATURE", signature, "X-Webhook-Secret", SECRET);
    }

    private static void refused(Eachlabs eachlabs, WebhookDelivery delivery, WebhookKeys keys, String why) {
        assertThatExceptionOfType(WebhookRejectedException.class)
                .isThrownBy(() -> eachlabs.parseWebhook(delivery, keys))
                .withMessageContaining(why)
                .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
    }

    @Test
    void theSignatureOfTheDocumentedRuleIsTaken() {
        WebhookEvent event = eachlabs.parseWebhook(
                signed(body("webhooks/vector"), "1789994667", SIGNATURE), keysAt(SIGNED_AT, SECRET));

        assertThat(event.vendorJobId()).isEqualTo("e1");
        assertThat(event.vendorStatus()).isEqualTo("succeeded");
        assertThat(event.isSigned()).isTrue();
    }

    @Test
    void anOlderSecretIsTakenAsLongAsItIsKept() {
        assertThat(eachlabs.parseWebhook(
                                signed(body("webhooks/vector"), "1789994667", SIGNATURE),
                                keysAt(SIGNED_AT, "whsec_newer", SECRET))
                        .isSigned())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-300, 0, 300})
    void aTimestampWithinTheToleranceIsTaken(long off) {
        assertThat(eachlabs.parseWebhook(
                                signed(body("webhooks/vector"), "1789994667", SIGNATURE),
                                keysAt(SIGNED_AT + off, SECRET))
                        .isSigned())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void aTimestampBeyondTheToleranceIsRefused(long off) {
        refused(
                eachlabs,
                signed(body("webhooks/vector"), "1789994667", SIGNATURE),
                keysAt(SIGNED_AT + off, SECRET),
                "X-Webhook-Timestamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "now", "-1789994667", "1789994667.5", " 1789994667", "99999999999999999999999"})
    void aTimestampThatIsNoTimeIsRefused(String at) {
        refused(
                eachlabs,
                signed(body("webhooks/vector"), at, SIGNATURE),
                keysAt(SIGNED_AT, SECRET),
                "X-Webhook-Timestamp");
    }

    @Test
    void aSignatureWithoutATimestampIsRefused() {
        refused(
                eachlabs,
                delivery(body("webhooks/vector"), "X-Webhook-Signature", SIGNATURE),
                keysAt(SIGNED_AT, SECRET),
                "X-Webhook-Timestamp");
    }

    @Test
    void aBodyThatWasChangedIsRefused() {
        refused(
                eachlabs,
                signed(body("webhooks/vector") + " ", "1789994667", SIGNATURE),
                keysAt(SIGNED_AT, SECRET),
                "X-Webhook-Signature");
    }

    @Test
    void aTimestampThatWasChangedIsRefused() {
        refused(
                eachlabs,
                signed(body("webhooks/vector"), "1789994668", SIGNATURE),
                keysAt(SIGNED_AT, SECRET),
                "X-Webhook-Signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "45977324eab4ccf48fa6587999ce60e9d457cc09b296b8e3a60d9af22bd5a40b",
                "sha256=",
                "sha256=45977324eab4ccf48fa6587999ce60e9d457cc09b296b8e3a60d9af22bd5a40c",
                "sha1=45977324eab4ccf48fa6587999ce60e9d457cc09b296b8e3a60d9af22bd5a40b",
                SECRET,
            })
    void aWrongSignatureIsRefusedEvenWithTheSecretBesideIt(String signature) {
        for (Eachlabs either : List.of(eachlabs, lenient)) {
            refused(
                    either,
                    signed(body("webhooks/vector"), "1789994667", signature),
                    keysAt(SIGNED_AT, SECRET),
                    "X-Webhook-Signature");
        }
    }

    @Test
    void anotherSecretsSignatureIsRefused() {
        refused(
                eachlabs,
                signed(body("webhooks/vector"), "1789994667", SIGNATURE),
                keysAt(SIGNED_AT, "whsec_other"),
                "X-Webhook-Signature");
    }

    @Test
    void theBareSecretIsRefusedUnlessSwitchedOn() {
        WebhookDelivery legacy = delivery(body("webhooks/b-success"), "X-Webhook-Secret", SECRET);

        refused(eachlabs, legacy, keysAt(SIGNED_AT, SECRET), "webhook-legacy-secret");
        WebhookEvent event = lenient.parseWebhook(legacy, keysAt(SIGNED_AT, "whsec_newer", SECRET));
        assertThat(event.vendorJobId()).isEqualTo("abc123-def456-ghi789");
        assertThat(event.isSigned()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_tesT", "whsec_test "})
    void aWrongBareSecretIsRefused(String given) {
        WebhookDelivery legacy = delivery(body("webhooks/b-success"), "X-Webhook-Secret", given);

        refused(lenient, legacy, keysAt(SIGNED_AT, SECRET, ""), "X-Webhook-Secret");
    }

    @Test
    void aDeliveryThatProvesNothingIsRefusedWhereThereIsASecret() {
        for (Eachlabs either : List.of(eachlabs, lenient)) {
            refused(either, delivery(body("webhooks/a-failed")), keysAt(SIGNED_AT, SECRET), "not signed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "webhooks/a-succeeded-object, abc123-def456-ghi789, succeeded",
        "webhooks/a-succeeded-page, prediction-uuid, succeeded",
        "webhooks/a-failed, abc123-def456-ghi789, failed",
        "webhooks/a-failed-classified, abc123-def456-ghi789, failed",
        "webhooks/b-success, abc123-def456-ghi789, success",
        "webhooks/b-failed, abc123-def456-ghi789, failed",
    })
    void everyDocumentedFormIsReadWithoutASignatureWhereThereIsNoSecret(String file, String id, String word) {
        WebhookEvent event = eachlabs.parseWebhook(delivery(body(file)), NO_KEYS);

        assertThat(event.vendorJobId()).isEqualTo(id);
        assertThat(event.vendorStatus()).isEqualTo(word);
        assertThat(event.isSigned()).isFalse();
    }

    @Test
    void aWorkflowsDeliveryNamesNoPrediction() {
        refused(eachlabs, delivery(body("webhooks/workflow")), NO_KEYS, "names no job in exec_id");
    }

    @Test
    void aMissingWordIsNoWord() {
        assertThat(eachlabs.parseWebhook(delivery("{\"exec_id\":\"e1\"}"), NO_KEYS)
                        .vendorStatus())
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"e1\"",
                "{",
                "{}",
                "{\"exec_id\":null}",
                "{\"exec_id\":\"\"}",
                "{\"exec_id\":{}}",
                "<html></html>",
                "{\"exec_id\":\"e1\"} and more",
            })
    void whatCanNotBeReadIsRefused(String text) {
        String body = text == null ? "[".repeat(500_000) : text;

        refused(eachlabs, delivery(body), NO_KEYS, "eachlabs webhook refused");
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsRefusedUnread() {
        String huge = "{\"exec_id\":\"e1\",\"output\":\"" + "x".repeat(1 << 20) + "\"}";

        refused(eachlabs, delivery(huge), NO_KEYS, "1 MiB");
    }
}
