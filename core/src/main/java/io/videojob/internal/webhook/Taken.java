package io.videojob.internal.webhook;

import io.videojob.webhook.WebhookDelivery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signed deliveries that were taken, as long as their signature would be taken again. A bounded number: one that is
 * forgotten too early costs a look if it is repeated.
 */
final class Taken {
    private static final int MOST = 50_000;

    private final Map<Print, Instant> until = new LinkedHashMap<>();

    /** Half of a SHA-256: no two deliveries have the same. */
    record Print(long one, long other) {}

    static Print print(WebhookDelivery delivery, Instant signedAt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((delivery.token() + "\n" + signedAt + "\n").getBytes(StandardCharsets.UTF_8));
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(delivery.body()));
            return new Print(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    boolean has(Print print) {
        synchronized (until) {
            return until.containsKey(print);
        }
    }

    void add(Print print, Instant goodUntil, Instant now) {
        synchronized (until) {
            until.put(print, goodUntil);
            Iterator<Instant> oldest = until.values().iterator();
            while (oldest.hasNext() && (oldest.next().isBefore(now) || until.size() > MOST)) {
                oldest.remove();
            }
        }
    }
}
