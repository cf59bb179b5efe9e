package io.videojob.sandbox.internal.http;

import io.videojob.sandbox.script.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request, and the ways to answer it, the bad ones included. Used by one thread. */
public final class Exchange {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final RequestHead head;
    private final RequestReader reader;
    private final Socket socket;
    private byte @Nullable [] body;
    private boolean reusable;

    Exchange(RequestHead head, RequestReader reader, Socket socket) {
        this.head = head;
        this.reader = reader;
        this.socket = socket;
    }

    public RequestHead head() {
        return head;
    }

    /** Reads the body, the first time it is asked for. */
    public byte[] body() throws IOException {
        if (body == null) {
            if (head.header("Expect").isPresent()) {
                out().write(CONTINUE);
                out().flush();
            }
            body = reader.body(head);
        }
        return body;
    }

    /** Answers whole; the connection stays open if the client wants it to. */
    public void answer(Answer answer) throws IOException {
        boolean keep = body != null && head.keepsAlive();
        write(answer, answer.body().length, keep);
        reusable = keep;
    }

    /** Answers whole and promises to stay, then closes. */
    public void answerAndVanish(Answer answer) throws IOException {
        write(answer, answer.body().length, true);
    }

    /** Sends the headers, which announce the whole body, and so many bytes of it. The connection is not used again. */
    public void answerPartly(Answer answer, int bytes) throws IOException {
        write(answer, bytes, head.keepsAlive());
    }

    /** Makes the client see a reset ({@code ECONNRESET}), also while it is still sending. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** True if another request may follow on this connection. */
    boolean reusable() {
        return reusable;
    }

    private void write(Answer answer, int bodyBytes, boolean keepAlive) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        StringBuilder lines = new StringBuilder("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(Reasons.of(answer.status()))
                .append("\r\n");
        answer.headers().forEach((name, value) -> line(lines, name, value));
        if (answer.status() != 304 && answer.status() != 204) {
            line(lines, "Content-Length", String.valueOf(answer.body().length));
        }
        line(lines, "Connection", keepAlive ? "keep-alive" : "close");
        message.writeBytes(lines.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (!head.method().equals("HEAD")) {
            message.write(answer.body(), 0, bodyBytes);
        }
        message.writeTo(out());
        out().flush();
    }

    private static void line(StringBuilder lines, String name, String value) {
        // a line break in a value would end the header
        lines.append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n]", " "))
                .append("\r\n");
    }

    private OutputStream out() throws IOException {
        return socket.getOutputStream();
    }
}
