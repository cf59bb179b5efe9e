package io.videojob.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers each request with scripted bytes, and counts. A script is a list of connections, each a list of
 * answers; {@link #HANG_UP} closes after the request was read, {@link #SILENCE}, alone or
 * after the beginning of an answer, says no more and stays.
 */
final class RawServer implements AutoCloseable {
    static final String HANG_UP = "hang up";
    static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What one connection answers, in order; then it closes. */
    record Answers(List<String> all) {}

    RawServer(Answers... script) throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(List.of(script)), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    static Answers answers(String... all) {
        return new Answers(List.of(all));
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    int connections() {
        return connections.get();
    }

    /** The heads of all requests that came in whole. */
    List<String> requests() {
        return requests;
    }

    static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private void serve(List<Answers> script) {
        try {
            for (int i = 0; ; i++) {
                Socket connection = socket.accept();
                open.add(connection);
                connections.incrementAndGet();
                Answers answers = i < script.size() ? script.get(i) : answers(json("{\"id\":\"unscripted\"}"));
                Thread thread = new Thread(() -> talk(connection, answers), "raw-server-" + i);
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket connection, Answers answers) {
        try {
            for (String answer : answers.all()) {
                String head = request(connection.getInputStream());
                if (head.isEmpty()) {
                    break;
                }
                requests.add(head);
                if (!answer.equals(HANG_UP)) {
                    connection
                            .getOutputStream()
                            .write(answer.replace(SILENCE, "").getBytes(ISO_8859_1));
                    connection.getOutputStream().flush();
                }
                if (answer.endsWith(SILENCE)) {
                    return;
                }
            }
            connection.close();
        } catch (IOException broken) {
            // the client went first
        }
    }

    /** Reads a whole request; empty if the connection ended. */
    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.append((char) b);
        }
        String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
        in.readNBytes(length.matches("\\d+") ? Integer.parseInt(length) : 0);
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }
}
