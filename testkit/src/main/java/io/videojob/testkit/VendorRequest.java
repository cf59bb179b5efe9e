package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 *
 * @param target path and query, as they were written
 * @param headers by name, whatever its case
 * @param reused true if the connection had carried a request before
 */
record VendorRequest(String method, String target, Map<String, String> headers, String body, boolean reused) {

    /** Reads a whole request; null if the connection ended before. */
    static @Nullable VendorRequest read(InputStream in, boolean reused) throws IOException {
        String first = line(in);
        if (first == null || first.isEmpty()) {
            return null;
        }
        String[] words = first.split(" ", 3);
        if (words.length < 3) {
            return null; // such as the beginning of TLS
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, Math.max(colon, 0)),
                    line.substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        return new VendorRequest(words[0], words[1], headers, new String(body(in, headers), UTF_8), reused);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as JSON. */
    Optional<Object> json() {
        return Json.tryRead(body);
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (!headers.getOrDefault("Transfer-Encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String size = line(in); size != null && !size.isEmpty(); size = line(in)) {
            int length = Integer.parseInt(size.replaceFirst(";.*", "").strip(), 16);
            all.write(in.readNBytes(length));
            line(in);
            if (length == 0) {
                break;
            }
        }
        return all.toByteArray();
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > 100_000 || (line.size() == 0 && b == 0x16)) {
                return null;
            }
            line.write(b);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
