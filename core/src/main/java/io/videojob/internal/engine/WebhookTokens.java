package io.videojob.internal.engine;

import io.videojob.JobId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names an attempt in a webhook's URL so that nobody can guess it, and derives what the vendor signs with; neither is
 * stored. A token is {@code JOB.ATTEMPT.PROVIDER.MAC}: whose it is shows without a look into the journal. It is made by the
 * newest secret; those made by older ones are known as long as these are configured.
 */
public final class WebhookTokens {
    private static final int LONGEST = 400;
    private static final Pattern FORM = Pattern.compile("([^.]+)\\.([1-9][0-9]{0,5})\\.([^.]+)\\.([0-9a-f]{64})");

    private final URI publicUrl;
    private final List<byte[]> secrets;

    /**
     * With the address under which the vendor reaches us.
     *
     * @param secrets what everything is derived from, newest first, at least one
     */
    public WebhookTokens(URI publicUrl, List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("without a secret there is no token");
        }
        this.publicUrl = publicUrl;
        this.secrets =
                secrets.stream().map(s -> s.getBytes(StandardCharsets.UTF_8)).toList();
    }

    /**
     * The attempt that a token names.
     *
     * @param key by which secret it was made, 0 for the newest
     */
    public record Named(JobId job, int attempt, String provider, int key) {}

    URI url(JobId job, int attempt, String provider) {
        String base = publicUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + token(job, attempt, provider));
    }

    String token(JobId job, int attempt, String provider) {
        String name = job + "." + attempt + "." + provider;
        return name + "." + mac(0, "url:" + name);
    }

    /** What the vendor is told to sign with for this attempt. */
    String signingSecret(JobId job, int attempt) {
        return signingSecret(0, job, attempt);
    }

    /** What the vendor was told to sign with when that address was made. */
    public String signingSecret(Named named) {
        return signingSecret(named.key(), named.job(), named.attempt());
    }

    private String signingSecret(int key, JobId job, int attempt) {
        return "vj" + mac(key, "sign:" + job + "." + attempt);
    }

    /** The attempt that a token names, if we made it. */
    public Optional<Named> verify(String token) {
        Matcher parts = FORM.matcher(token);
        if (token.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        byte[] given = parts.group(4).getBytes(StandardCharsets.US_ASCII);
        String name = "url:" + token.substring(0, parts.end(3));
        for (int key = 0; key < secrets.size(); key++) {
            if (MessageDigest.isEqual(mac(key, name).getBytes(StandardCharsets.US_ASCII), given)) {
                int attempt = Integer.parseInt(parts.group(2));
                return Optional.of(new Named(JobId.parse(parts.group(1)), attempt, parts.group(3), key));
            }
        }
        return Optional.empty();
    }

    private String mac(int key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.get(key), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
