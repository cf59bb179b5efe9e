package io.videojob.testkit;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a vendor answers to one request: a status, headers, and a body as its documents print it.
 *
 * <pre>{@code
 * Answer.ok("{\"number\":\"41\",\"stage\":\"on the shelf\"}")
 * Answer.of(429, "{\"oops\":\"all easels are taken\"}").header("Retry-After", "30")
 * }</pre>
 */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final String body;

    private Answer(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = headers;
        this.body = requireNonNull(body, "body");
    }

    /** A 200 with a JSON body. */
    public static Answer ok(String body) {
        return of(200, body);
    }

    /**
     * An answer with a JSON body.
     *
     * @param status the HTTP status, 200 to 599
     */
    public static Answer of(int status, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("no HTTP status of an answer: " + status);
        }
        return new Answer(status, Map.of("Content-Type", "application/json"), body);
    }

    /** The same with one header more, or with another value of one that it has. */
    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers, without those that only say how long the body is. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The body. */
    public String body() {
        return body;
    }

    Answer withBody(String other) {
        return new Answer(status, headers, other);
    }

    /** Status and the beginning of the body, in one line. */
    @Override
    public String toString() {
        String line = body.replaceAll("\\s+", " ").strip();
        return status + " " + (line.length() > 60 ? line.substring(0, 60) + "…" : line);
    }
}
