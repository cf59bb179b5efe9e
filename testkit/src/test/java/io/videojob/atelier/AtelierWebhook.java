package io.videojob.atelier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.ProtocolException;
import io.videojob.WebhookRejectedException;
import io.videojob.http.Json;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A seal is an HMAC over "time.body", in {@code Atelier-Seal}; the time is in {@code Atelier-Sealed-At}. */
final class AtelierWebhook {
    private AtelierWebhook() {}

    static WebhookEvent read(WebhookDelivery delivery, WebhookKeys keys) {
        boolean signed = !keys.secrets().isEmpty();
        if (signed) {
            verify(delivery, keys);
        }
        Object film = tree(new String(delivery.body(), UTF_8));
        String number = Json.textAt(film, "number");
        String stage = Json.textAt(film, "stage");
        require(number != null && !number.isBlank(), "it names no film");
        return WebhookEvent.of(String.valueOf(number), stage == null ? "" : stage, signed);
    }

    private static void verify(WebhookDelivery delivery, WebhookKeys keys) {
        String at = delivery.header("Atelier-Sealed-At").orElse("");
        require(at.matches("\\d{1,12}"), "its Atelier-Sealed-At is no time");
        long off = Math.abs(keys.now().getEpochSecond() - Long.parseLong(at));
        require(off <= keys.tolerance().toSeconds(), "its Atelier-Sealed-At is too far from now");
        byte[] given = delivery.header("Atelier-Seal").orElse("").getBytes(UTF_8);
        require(
                keys.secrets().stream()
                        .filter(secret -> !secret.isBlank())
                        .anyMatch(secret -> MessageDigest.isEqual(given, seal(secret, at, delivery.body()))),
                "its Atelier-Seal is not by our secret");
    }

    private static byte[] seal(String secret, String at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(UTF_8));
            return ("v1=" + HexFormat.of().formatHex(mac.doFinal(body))).getBytes(UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static @Nullable Object tree(String body) {
        try {
            return Json.read(body);
        } catch (ProtocolException noJson) {
            throw new WebhookRejectedException("atelier webhook refused: its body is no JSON", noJson);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new WebhookRejectedException("atelier webhook refused: " + otherwise);
        }
    }
}
