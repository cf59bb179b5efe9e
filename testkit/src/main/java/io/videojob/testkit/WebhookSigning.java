package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.webhook.WebhookDelivery;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a vendor signs what it posts: the headers that go with a body. Most vendors use an HMAC over a timestamp and the body;
 * for another way write a lambda.
 *
 * <pre>{@code
 * WebhookSigning signing = WebhookSigning.hmacSha256("Atelier-Seal", "Atelier-Sealed-At", "v1=");
 * jobs.webhooks().receive(signing.signForTest("/hooks/" + token, body, secret, time.now()));
 * }</pre>
 */
@FunctionalInterface
public interface WebhookSigning {

    /**
     * The headers of one delivery.
     *
     * @param body as it goes over the wire
     * @param secret what both sides know
     * @param at when it is signed; a vendor that signs no time gives the same headers whenever it is
     */
    Map<String, String> headers(byte[] body, String secret, Instant at);

    /**
     * HMAC-SHA256 over {@code seconds.body}, the seconds since 1970 in a header of their own, so that a delivery can't be
     * replayed later.
     *
     * @param signatureHeader holds {@code prefix} and the lower-case hexadecimal digits
     * @param timestampHeader holds the seconds
     * @param prefix before the digits, such as {@code sha256=}; may be empty
     */
    static WebhookSigning hmacSha256(String signatureHeader, String timestampHeader, String prefix) {
        return (body, secret, at) -> {
            String seconds = String.valueOf(at.getEpochSecond());
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put(timestampHeader, seconds);
            headers.put(signatureHeader, prefix + hmac(secret, seconds + ".", body));
            return headers;
        };
    }

    /** A vendor that signs nothing: all there is is the unguessable token in the path. */
    static WebhookSigning none() {
        return (body, secret, at) -> Map.of();
    }

    /**
     * A delivery as the vendor would send it.
     *
     * @param path where it is posted to; its last part is the token that names the attempt
     * @param secret what the library told the vendor to sign with
     */
    default WebhookDelivery signForTest(String path, String body, String secret, Instant at) {
        byte[] bytes = body.getBytes(UTF_8);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers(bytes, secret, at).forEach((name, value) -> headers.put(name, List.of(value)));
        return WebhookDelivery.of(path, headers, bytes);
    }

    private static String hmac(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update(head.getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
