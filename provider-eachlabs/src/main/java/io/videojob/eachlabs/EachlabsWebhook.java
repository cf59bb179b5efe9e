package io.videojob.eachlabs;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.WebhookRejectedException;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.util.Map;
import java.util.Optional;

/**
 * Deliveries of ended predictions (verifying-signatures.mdx, payload-reference.mdx). Where there is a secret only {@code
 * X-Webhook-Signature} will do. The bare secret in {@code X-Webhook-Secret}, all there was before September 2026, lies open
 * in every delivery and says nothing of the body: it will do only where that is switched on, and never in place of a
 * signature that is there and wrong.
 */
final class EachlabsWebhook {
    private static final int LONGEST = 1 << 20;

    private EachlabsWebhook() {}

    static WebhookEvent read(WebhookDelivery delivery, WebhookKeys keys, boolean secretWillDo) {
        byte[] body = delivery.body();
        require(body.length <= LONGEST, "its body is longer than 1 MiB");
        boolean signed = !keys.secrets().isEmpty() && verify(delivery, body, keys, secretWillDo);
        if (!(Trees.parsed(new String(body, UTF_8)) instanceof Map<?, ?> event)) {
            throw new WebhookRejectedException("eachlabs webhook refused: its body is no JSON object");
        }
        String id = Trees.text(event, "exec_id", "predictionID", "id");
        require(id != null, "it names no prediction; a workflow's names an execution_id");
        return WebhookEvent.of(
                String.valueOf(id),
                Optional.ofNullable(Trees.text(event, "status")).orElse(""),
                signed);
    }

    /** True if a signature proves the body, false if a bare secret has to do. */
    private static boolean verify(WebhookDelivery delivery, byte[] body, WebhookKeys keys, boolean secretWillDo) {
        Optional<String> signature = delivery.header("X-Webhook-Signature");
        Optional<String> secret = delivery.header("X-Webhook-Secret");
        if (signature.isPresent()) {
            String at = delivery.header("X-Webhook-Timestamp").orElse("");
            require(Hmac.isNow(keys, at), "its X-Webhook-Timestamp is missing, or too far from now");
            require(
                    Hmac.matches(keys, signature.get(), key -> "sha256=" + Hmac.sha256(key, at + ".", body)),
                    "its X-Webhook-Signature is not by our secret");
            return true;
        }
        require(
                secretWillDo && secret.isPresent(),
                "it is not signed; webhook-legacy-secret = on takes the bare secret");
        require(Hmac.matches(keys, secret.get(), key -> key), "its X-Webhook-Secret is not ours");
        return false;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new WebhookRejectedException("eachlabs webhook refused: " + otherwise);
        }
    }
}
