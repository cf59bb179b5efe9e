package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.script.WebhookSigning;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One webhook; every attempt at it carries the same time stamp, and so the same signature. */
record WebhookMessage(String jobId, URI url, String body, Optional<String> secret, Instant stamp) {
    WebhookMessage withBody(String other) {
        return new WebhookMessage(jobId, url, other, secret, stamp);
    }

    Map<String, String> headers(WebhookSigning signing) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        if (secret.isEmpty() || signing == WebhookSigning.NONE) {
            return headers;
        }
        headers.put("X-Webhook-Secret", secret.get());
        if (signing == WebhookSigning.SIGNED) {
            long seconds = stamp.getEpochSecond();
            headers.put("X-Webhook-Timestamp", String.valueOf(seconds));
            headers.put("X-Webhook-Signature", Signature.of(secret.get(), seconds, body));
        }
        return headers;
    }
}
