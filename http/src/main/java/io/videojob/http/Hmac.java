package io.videojob.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.webhook.WebhookKeys;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shared secrets, compared in constant time. */
final class Hmac {
    private Hmac() {}

    /** HMAC-SHA256 of a head and a body, in lower-case hex. */
    static String sha256(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update(head.getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** True if it is what one of the secrets gives; a blank secret gives nothing. */
    static boolean matches(WebhookKeys keys, String given, UnaryOperator<String> ofSecret) {
        return keys.secrets().stream()
                .filter(secret -> !secret.isBlank())
                .map(ofSecret)
                .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8)));
    }

    /** True if it is a time in whole seconds since 1970, near enough to now. */
    static boolean isNow(WebhookKeys keys, String seconds) {
        return seconds.matches("\\d{1,12}")
                && Math.abs(keys.now().getEpochSecond() - Long.parseLong(seconds))
                        <= keys.tolerance().toSeconds();
    }
}
