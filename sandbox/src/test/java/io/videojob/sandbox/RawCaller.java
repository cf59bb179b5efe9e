package io.videojob.sandbox;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for what an HTTP client would hide. */
final class RawCaller implements AutoCloseable {
    private final Socket socket;

    RawCaller(URI to) throws IOException {
        socket = new Socket(to.getHost(), to.getPort());
        socket.setSoTimeout(20_000);
    }

    RawCaller send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Everything up to the end of the connection. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** One answer whose length is announced. */
    String readOne() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int value = socket.getInputStream().read();
            if (value < 0) {
                throw new IOException("ended after: " + head);
            }
            head.append((char) value);
        }
        String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length));
        return head + new String(body, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
