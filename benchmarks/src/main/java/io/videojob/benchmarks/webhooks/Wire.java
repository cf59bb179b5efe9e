package io.videojob.benchmarks.webhooks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One connection that is kept open between requests, on one thread: as little work as can be, beside what is measured. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(int port) {
        this.port = port;
    }

    /** The status that came back; 0 if none did. A connection that was closed while it rested is opened anew, once. */
    int send(byte[] request) {
        boolean isKept = socket != null;
        int status = exchange(request);
        return status == 0 && isKept ? exchange(request) : status;
    }

    private int exchange(byte[] request) {
        try {
            Socket open = socket;
            if (open == null) {
                open = new Socket(InetAddress.getLoopbackAddress(), port);
                open.setTcpNoDelay(true);
                open.setSoTimeout(PATIENCE_MILLIS);
                socket = open;
                in = new BufferedInputStream(open.getInputStream());
            }
            open.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            close();
            return 0;
        }
    }

    /** Answers have no body. */
    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        boolean isLast = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            isLast |= line.equalsIgnoreCase("Connection: close");
        }
        if (isLast) {
            close();
        }
        return status;
    }

    private String line() throws IOException {
        InputStream open = in;
        StringBuilder line = new StringBuilder();
        for (int next = open == null ? -1 : open.read(); next != '\n'; next = open.read()) {
            if (next < 0 || open == null) {
                throw new IOException("closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    static byte[] bytes(String head, String body) {
        return (head + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(US_ASCII);
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // it is gone either way
            }
        }
    }
}
