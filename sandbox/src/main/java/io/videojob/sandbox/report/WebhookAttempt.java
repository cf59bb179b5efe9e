package io.videojob.sandbox.report;

import java.net.URI;
import java.time.Instant;

/**
 * One attempt to deliver a webhook.
 *
 * @param status what the receiver answered; 0 if nothing came back
 */
public record WebhookAttempt(String jobId, URI url, String body, int status, Instant sentAt) {
    /** Any 2xx acknowledges. */
    public boolean acknowledged() {
        return status >= 200 && status < 300;
    }
}
