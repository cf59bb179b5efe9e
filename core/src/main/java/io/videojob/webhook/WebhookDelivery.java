package io.videojob.webhook;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One POST of a vendor, raw: the path it came to, its headers, and its body byte for byte as signatures need it. */
public final class WebhookDelivery {
    private final String path;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private WebhookDelivery(String path, Map<String, List<String>> headers, byte[] body) {
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    /**
     * A delivery as a web server saw it.
     *
     * @param path the path of the request, without host and query; its last part is the token
     * @param headers all headers, in any case
     * @param body the body as it came, not re-encoded
     */
    public static WebhookDelivery of(String path, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> {
            if (name != null) {
                copy.put(name, List.copyOf(values));
            }
        });
        return new WebhookDelivery(requireNonNull(path, "path"), copy, body.clone());
    }

    /** The last part of the path: the token that names the attempt. */
    public String token() {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** Neither headers nor body: they may hold secrets. */
    @Override
    public String toString() {
        return "WebhookDelivery[" + body.length + " bytes, " + Integer.toHexString(Arrays.hashCode(body)) + "]";
    }
}
