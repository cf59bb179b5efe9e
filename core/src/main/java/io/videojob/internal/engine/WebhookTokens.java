package io.videojob.internal.engine;

import io.videojob.JobId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names an attempt in a webhook's URL so that nobody can guess it, and derives what the vendor signs with; neither is
 * stored. A token is {@code JOB.ATTEMPT.MAC}.
 */
public final class WebhookTokens {
    private final URI publicUrl;
    private final byte[] secret;

    /** With the address under which the vendor reaches us, and the secret that everything is derived from. */
    public WebhookTokens(URI publicUrl, String secret) {
        this.publicUrl = publicUrl;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** The attempt that a token names. */
    public record Named(JobId job, int attempt) {}

    URI url(JobId job, int attempt) {
        String base = publicUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + token(job, attempt));
    }

    String token(JobId job, int attempt) {
        String name = job + "." + attempt;
        return name + "." + mac("url:" + name);
    }

    /** What the vendor is told to sign with for this attempt. */
    public String signingSecret(JobId job, int attempt) {
        return "vj" + mac("sign:" + job + "." + attempt);
    }

    /** The attempt that a token names, if we made it. */
    public Optional<Named> verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[1-9][0-9]{0,5}")) {
            return Optional.empty();
        }
        byte[] expected = mac("url:" + parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return Optional.of(new Named(JobId.parse(parts[0]), Integer.parseInt(parts[1])));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
