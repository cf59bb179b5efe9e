package io.videojob.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a delivery is verified with. With at least one secret, a delivery must be signed, by any of them: while secrets are
 * rotated there is a new one and an old one. Without any, the unguessable token in its path is all there is.
 */
public final class WebhookKeys {
    private final List<String> secrets;
    private final Instant now;
    private final Duration tolerance;

    private WebhookKeys(List<String> secrets, Instant now, Duration tolerance) {
        this.secrets = List.copyOf(secrets);
        this.now = now;
        this.tolerance = tolerance;
    }

    /**
     * Keys to verify with.
     *
     * @param secrets the secrets that the vendor may have signed with, newest first; empty if it was given none
     * @param now the time to hold a signed timestamp against
     * @param tolerance how old or how far ahead a signed timestamp may be
     */
    public static WebhookKeys of(List<String> secrets, Instant now, Duration tolerance) {
        return new WebhookKeys(secrets, now, tolerance);
    }

    /** The secrets, newest first. */
    public List<String> secrets() {
        return secrets;
    }

    /** The time to hold a signed timestamp against. */
    public Instant now() {
        return now;
    }

    /** How old or how far ahead a signed timestamp may be. */
    public Duration tolerance() {
        return tolerance;
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "WebhookKeys[" + secrets.size() + "]";
    }
}
