package io.videojob.sandbox.script;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer. In the body and the {@code Location} of errors and redirects (status 300 and up) the sandbox fills in
 * <code>${path}</code>, <code>${target}</code> (path and query), <code>${requestId}</code>, <code>${timestamp}</code>
 * and <code>${elsewhere}</code> (the base URL of the sandbox's other host). Immutable, but for the body's bytes.
 */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean bare;

    private Answer(int status, Map<String, String> headers, byte[] body, boolean bare) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.bare = bare;
    }

    public static Answer json(int status, String body) {
        return text(status, "application/json", body);
    }

    public static Answer text(int status, String contentType, String body) {
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The body is not copied. */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, false);
    }

    /** No body and no content type. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0], false);
    }

    /** This answer with one header more, or with another value for it. */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, bare);
    }

    /** This answer with another status. */
    public Answer status(int other) {
        return new Answer(other, headers, body, bare);
    }

    /** This answer with another body, its content type left as it is. */
    public Answer body(byte[] other) {
        return new Answer(status, headers, other, bare);
    }

    /** This answer without the headers the vendor puts on all of its own: something in front of it answered. */
    public Answer bare() {
        return new Answer(status, headers, body, true);
    }

    public boolean isBare() {
        return bare;
    }

    public int status() {
        return status;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** Not a copy: don't write to it. */
    public byte[] body() {
        return body;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return status + " (" + body.length + " bytes)";
    }
}
