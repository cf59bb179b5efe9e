package io.videojob.sandbox.report;

import io.videojob.sandbox.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One HTTP request as it came over the wire. */
public final class ReceivedRequest {
    private final String method;
    private final String target;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Instant receivedAt;

    /** Headers are looked up as that map looks them up: pass one that ignores case. The body is not copied. */
    public ReceivedRequest(
            String method, String target, Map<String, List<String>> headers, byte[] body, Instant receivedAt) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.receivedAt = receivedAt;
    }

    public String method() {
        return method;
    }

    /** Path and query, as sent. */
    public String target() {
        return target;
    }

    /** The path alone, still percent-encoded. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The first value of a header; the name's case does not matter. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
    }

    /** All headers; names are looked up without regard to case. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The body; empty if there was none, or if it was never read. */
    public byte[] bytes() {
        return body.clone();
    }

    /** The body as text; empty if there was none, or if it was never read. */
    public String body() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The members of the body's JSON object; empty if the body is anything else. Numbers are Long or BigDecimal. */
    public Map<String, @Nullable Object> json() {
        return Json.readObject(body());
    }

    /** The {@code model} of a create; empty if there is none. */
    public String model() {
        return json().get("model") instanceof String model ? model : "";
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** Method, path and length; never headers or bodies, which hold keys and prompts. */
    @Override
    public String toString() {
        return method + " " + path() + " (" + body.length + " bytes)";
    }
}
