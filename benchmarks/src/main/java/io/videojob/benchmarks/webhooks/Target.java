package io.videojob.benchmarks.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.sandbox.report.Create;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A job as its vendor knows it: where to post, and what to sign with. Signs as api/webhooks/verifying-signatures says. */
record Target(String jobId, URI url, String secret) {
    /** No job has it. Wherever it shows up, a forged delivery was believed. */
    static final String NOBODY = "ffffffff-0000-4000-8000-00000000dead";

    static Target of(Create create) {
        Map<String, @Nullable Object> body = create.request().json();
        return new Target(
                create.jobId().orElseThrow(),
                URI.create(String.valueOf(body.get("webhook_url"))),
                String.valueOf(body.get("webhook_secret")));
    }

    /** A delivery that the vendor could have sent. That the job has ended is a lie: it runs on. */
    byte[] genuine(int number) {
        return post("", secret, now(), "", body(jobId, number));
    }

    /** One that somebody else made up, with all that can be known without our secrets. */
    byte[] forged(int number) {
        String body = body(NOBODY, number);
        return switch (number / 10 % 4) {
            case 0 -> post("", "whsec_guessed", now(), "", body);
            case 1 -> post("0", secret, now(), "", body);
            case 2 -> post("", secret, 1_700_000_000L, "", body);
            default -> post("", secret, now(), "0", body);
        };
    }

    private static String body(String jobId, int number) {
        return "{\"exec_id\":\"" + jobId
                + "\",\"flow_id\":null,\"status\":\"succeeded\",\"output\":\"https://a.example/" + number
                + ".mp4\",\"error\":\"\"}";
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    /** With something behind the token and the signature that doesn't belong there, if it is forged. */
    private byte[] post(String behindToken, String by, long seconds, String behindSignature, String body) {
        String head = "POST " + url.getPath() + behindToken + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Content-Type: application/json\r\nX-Webhook-Timestamp: " + seconds + "\r\n"
                + "X-Webhook-Signature: sha256=" + hmac(by, seconds + "." + body) + behindSignature + "\r\n";
        return Wire.bytes(head, body);
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
