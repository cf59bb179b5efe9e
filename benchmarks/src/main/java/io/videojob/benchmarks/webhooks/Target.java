package io.videojob.benchmarks.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.sandbox.report.Create;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
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
    HttpRequest genuine(int number) {
        return post(url, secret, body(jobId, number), headers -> {});
    }

    /** One that somebody else made up, with all that can be known without our secrets. */
    HttpRequest forged(int number) {
        String body = body(NOBODY, number);
        return switch (number / 10 % 4) {
            case 0 -> post(url, "whsec_guessed", body, headers -> {});
            case 1 -> post(URI.create(url + "0"), secret, body, headers -> {});
            case 2 -> post(url, secret, body, headers -> headers.setHeader("X-Webhook-Timestamp", "1700000000"));
            default ->
                post(url, secret, body(jobId, -1), headers -> headers.setHeader("X-Webhook-Signature", "sha256=00"));
        };
    }

    private static String body(String jobId, int number) {
        return "{\"exec_id\":\"" + jobId
                + "\",\"flow_id\":null,\"status\":\"succeeded\",\"output\":\"https://a.example/" + number
                + ".mp4\",\"error\":\"\"}";
    }

    private static HttpRequest post(URI url, String secret, String body, Consumer<HttpRequest.Builder> bent) {
        String seconds = String.valueOf(Instant.now().getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("X-Webhook-Timestamp", seconds)
                .header("X-Webhook-Signature", "sha256=" + hmac(secret, seconds + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        bent.accept(request);
        return request.build();
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
