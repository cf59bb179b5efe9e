package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;

/** One answer on its way down a connection. */
final class Saying {
    private static final int SHORT_SILENCE_MILLIS = 2000;
    private static final int LONG_SILENCE_MILLIS = 60_000;
    private static final int BETWEEN_DRIPS_MILLIS = 20;

    private final Socket connection;
    private final VendorRequest request;

    Saying(Socket connection, VendorRequest request) {
        this.connection = connection;
        this.request = request;
    }

    /** True if the connection stays. */
    boolean say(Reply reply) throws IOException {
        switch (reply.way) {
            case WHOLE -> {
                whole(reply);
                return true;
            }
            case HANG_UP -> {}
            case RESET -> connection.setSoLinger(true, 0);
            case CUT -> half(reply.answer);
            case CUT_BY_RESET -> {
                half(reply.answer);
                silence(BETWEEN_DRIPS_MILLIS);
                connection.setSoLinger(true, 0);
            }
            case SILENT -> silence(SHORT_SILENCE_MILLIS);
            case SILENT_HALFWAY -> {
                half(reply.answer);
                silence(SHORT_SILENCE_MILLIS);
            }
            case DRIPPING -> drip();
            case SILENT_FOR_EVER -> silence(LONG_SILENCE_MILLIS);
        }
        return false;
    }

    private void whole(Reply reply) throws IOException {
        byte[] body = reply.answer.body().getBytes(UTF_8);
        boolean zips = request.header("Accept-Encoding").orElse("").contains("gzip");
        if (reply.filler == 0) {
            head(reply.answer, body.length, Map.of());
            write(body);
        } else if (reply.packed && zips) {
            byte[] archive = Bloated.packed(reply.answer.body(), reply.filler);
            head(reply.answer, archive.length, Map.of("Content-Encoding", "gzip"));
            write(archive);
        } else {
            head(reply.answer, Bloated.length(body, reply.filler), Map.of());
            Bloated.write(connection.getOutputStream(), body, reply.filler);
        }
    }

    private void half(Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        head(answer, body.length + 1L, Map.of());
        connection.getOutputStream().write(body, 0, body.length / 2);
        connection.getOutputStream().flush();
    }

    private void drip() throws IOException {
        head(Answer.ok(""), 1_000_000, Map.of());
        for (int waited = 0; waited < LONG_SILENCE_MILLIS; waited += BETWEEN_DRIPS_MILLIS) {
            write(new byte[] {' '});
            silence(BETWEEN_DRIPS_MILLIS);
        }
    }

    /** Waits so long, or until the other side hangs up. */
    private void silence(int millis) throws IOException {
        connection.setSoTimeout(millis);
        try {
            while (connection.getInputStream().read() >= 0) {}
            throw new IOException("the other side hung up");
        } catch (SocketTimeoutException over) {
            // long enough
        }
    }

    private void head(Answer answer, long length, Map<String, String> more) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " Scripted\r\n");
        answer.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        more.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (answer.status() != 204 && answer.status() != 304) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(UTF_8));
    }

    private void write(byte[] bytes) throws IOException {
        connection.getOutputStream().write(bytes);
        connection.getOutputStream().flush();
    }
}
