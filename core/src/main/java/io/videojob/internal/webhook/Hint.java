package io.videojob.internal.webhook;

import io.videojob.VendorRef;
import io.videojob.internal.engine.WebhookTokens;
import io.videojob.webhook.WebhookEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a verified delivery said.
 *
 * @param named the attempt whose address it came by; null if it came by none
 * @param reference the vendor's job that it speaks of
 * @param until when it is forgotten if nobody knows its job
 * @param looks how often nobody knew it so far
 */
record Hint(WebhookTokens.@Nullable Named named, VendorRef reference, WebhookEvent event, Instant until, int looks) {

    /**
     * Hints with equal keys stand in line as one, the newest. A proved id is a fact of its own, and never replaced by another;
     * of ids that nobody proved one is as good as another.
     */
    String key() {
        WebhookTokens.Named attempt = named;
        if (attempt == null) {
            return reference.toString();
        }
        return attempt.job() + "." + attempt.attempt() + (event.isSigned() ? " " + reference : "");
    }

    /** Under which name it waits to be known. */
    String unknown() {
        WebhookTokens.Named attempt = named;
        return attempt == null ? reference.toString() : attempt.job().toString();
    }

    /** By the vendor's id alone. */
    Hint byReference() {
        return new Hint(null, reference, event, until, looks);
    }

    Hint unknownOnceMore() {
        return new Hint(named, reference, event, until, looks + 1);
    }
}
