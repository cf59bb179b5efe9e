package io.videojob.sandbox.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads HTTP/1.1 requests off a socket (RFC 9112). */
final class RequestReader {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 256 * 1024 * 1024;

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request on the connection, or empty when the client has closed it. */
    Optional<RequestHead> head() throws IOException {
        String line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = line.split(" ", -1);
        if (parts.length != 3) {
            throw new IOException("Not an HTTP request line");
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon).trim(), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).trim());
            }
        }
        return Optional.of(new RequestHead(parts[0], parts[1], parts[2], headers));
    }

    byte[] body(RequestHead head) throws IOException {
        if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        return exactly(length(head.header("Content-Length").orElse("0"), 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            int length = length(extension < 0 ? size : size.substring(0, extension), 16);
            if (length == 0) {
                while (!line().isEmpty()) {
                    // trailers are of no interest
                }
                return body.toByteArray();
            }
            body.writeBytes(exactly(length));
            line();
        }
    }

    private static int length(String text, int radix) throws IOException {
        try {
            int length = Integer.parseInt(text.trim(), radix);
            if (length >= 0 && length <= LARGEST_BODY) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new IOException("Not a length: " + text, e);
        }
        throw new IOException("A body of that length is not taken: " + text);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The request ends early");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = in.read(); value >= 0 && value != '\n'; value = in.read()) {
            if (line.size() == LONGEST_LINE) {
                throw new IOException("A line that long is not taken");
            }
            line.write(value);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
