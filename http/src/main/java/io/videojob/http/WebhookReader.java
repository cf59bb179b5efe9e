package io.videojob.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.videojob.ProtocolException;
import io.videojob.WebhookRejectedException;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies a vendor's deliveries, then reads them. An adapter lists the ways in which its vendor proves a delivery, the
 * strongest first:
 *
 * <pre>{@code
 * new WebhookReader("acme", "job_id", "id")
 *         .signature("X-Acme-Signature", "X-Acme-Time", "sha256=")
 *         .bareSecret("X-Acme-Secret", account.isSet("open-secret", "on"), "open-secret = on")
 * }</pre>
 *
 * <p>Where we have a secret, one of them must do, and the strongest that a delivery comes with decides: a signature that is
 * wrong is not made good by a secret beside it. Where we have none, nothing is verified.
 */
public final class WebhookReader {
    private static final int LONGEST = 1 << 20;

    private final String vendor;
    private final String[] idFields;
    private final List<Way> ways = new ArrayList<>();
    private String unsigned = "it is not signed";

    /**
     * Of a vendor whose deliveries are JSON objects with a {@code status}.
     *
     * @param idFields the fields that name the job, the best first
     */
    public WebhookReader(String vendor, String... idFields) {
        this.vendor = vendor;
        this.idFields = idFields.clone();
    }

    /** A way that proves the body: the HMAC-SHA256, in hex after a prefix, of a timestamp in Unix seconds, a dot and the body. */
    public WebhookReader signature(String header, String timestampHeader, String prefix) {
        ways.add(new Way(header, Optional.of(timestampHeader), (given, delivery, keys) -> {
            String at = delivery.header(timestampHeader).orElse("");
            byte[] body = delivery.body();
            require(Hmac.isNow(keys, at), "its " + timestampHeader + " is missing, or too far from now");
            require(
                    Hmac.matches(keys, given, secret -> prefix + Hmac.sha256(secret, at + ".", body)),
                    "its " + header + " is not by our secret");
        }));
        return this;
    }

    /**
     * A way that says nothing of the body: the secret itself, open in a header.
     *
     * @param allowed true if the user chose to take it
     * @param setting how to choose so
     */
    public WebhookReader bareSecret(String header, boolean allowed, String setting) {
        unsigned += "; " + setting + " takes the bare secret";
        if (allowed) {
            ways.add(new Way(
                    header,
                    Optional.empty(),
                    (given, delivery, keys) ->
                            require(Hmac.matches(keys, given, secret -> secret), "its " + header + " is not ours")));
        }
        return this;
    }

    /**
     * A delivery that is what it says.
     *
     * @throws WebhookRejectedException if it can't be verified or read
     */
    public WebhookEvent read(WebhookDelivery delivery, WebhookKeys keys) {
        byte[] body = delivery.body();
        require(body.length <= LONGEST, "its body is longer than 1 MiB");
        Optional<Way> way = keys.secrets().isEmpty() ? Optional.empty() : Optional.of(verify(delivery, keys));
        Map<?, ?> event = object(new String(body, UTF_8));
        String id = Json.firstText(event, idFields);
        if (id == null) {
            throw refused("it names no job in " + String.join(", ", idFields));
        }
        String status = requireNonNullElse(Json.firstText(event, "status"), "");
        return way.flatMap(Way::timestampHeader)
                .flatMap(delivery::header)
                .map(at -> Instant.ofEpochSecond(Long.parseLong(at)))
                .map(at -> WebhookEvent.of(id, status, true).signedAt(at))
                .orElseGet(() -> WebhookEvent.of(id, status, false));
    }

    private Map<?, ?> object(String body) {
        try {
            if (Json.read(body) instanceof Map<?, ?> object) {
                return object;
            }
        } catch (ProtocolException notJson) {
            // told below
        }
        throw refused("its body is no JSON object");
    }

    /** The way that decides, which it passed. */
    private Way verify(WebhookDelivery delivery, WebhookKeys keys) {
        for (Way way : ways) {
            Optional<String> given = delivery.header(way.header());
            if (given.isPresent()) {
                way.check().refuse(given.get(), delivery, keys);
                return way;
            }
        }
        throw refused(unsigned);
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw refused(otherwise);
        }
    }

    private WebhookRejectedException refused(String why) {
        return new WebhookRejectedException(vendor + " webhook refused: " + why);
    }

    /** With the header of the time that it proves together with the body, if it does. */
    private record Way(String header, Optional<String> timestampHeader, Check check) {}

    /** Throws unless what is given in the header is right. */
    private interface Check {
        void refuse(String given, WebhookDelivery delivery, WebhookKeys keys);
    }
}
