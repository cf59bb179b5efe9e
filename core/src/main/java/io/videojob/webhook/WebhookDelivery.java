package io.videojob.webhook;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One POST of a vendor, raw: the path it came to, its headers, and its body byte for byte as signatures need it. */
public final class WebhookDelivery {
    private final String path;
    private final Function<String, @Nullable String> headers;
    private final byte[] body;

    private WebhookDelivery(String path, Function<String, @Nullable String> headers, byte[] body) {
        this.path = requireNonNull(path, "path");
        this.headers = requireNonNull(headers, "headers");
        this.body = body.clone();
    }

    /**
     * A delivery as a web server saw it; its map of headers goes in as it is, be it the JDK server's or that of
     * {@code java.net.http}.
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
        return new WebhookDelivery(
                path,
                name -> copy.getOrDefault(name, List.of()).stream().findFirst().orElse(null),
                body);
    }

    /**
     * A delivery as a web framework has it: {@code request::getHeader} of a Servlet, {@code headers::getFirst} of Spring,
     * {@code ctx::header} of Javalin.
     *
     * @param path the path of the request, without host and query; its last part is the token
     * @param headers the first value of a header by its name in any case, null if there is none; asked while the delivery is
     *     received, not later
     * @param body the body as it came, not re-encoded
     */
    public static WebhookDelivery of(String path, Function<String, @Nullable String> headers, byte[] body) {
        return new WebhookDelivery(path, headers, body);
    }

    /** The last part of the path: the token that names the attempt. */
    public String token() {
        return token(path);
    }

    /** The last part of a path. */
    public static String token(String path) {
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** How many bytes the body has. */
    public int length() {
        return body.length;
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
