package io.videojob.internal.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server on a plain socket, for what no web server would do. Each connection takes one request and the next script. */
final class Wire implements AutoCloseable {
    private final ServerSocket server;
    private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    private final List<Request> requests = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    /** What a connection does once it has read a request; it is closed afterwards. */
    interface Script {
        void run(Request request, OutputStream out) throws Exception;
    }

    record Request(String line, Map<String, String> headers) {
        String header(String name) {
            return headers.get(name);
        }

        /** The first byte that it asks for. */
        int from() {
            return Integer.parseInt(header("Range").replaceAll("bytes=(\\d+)-", "$1"));
        }
    }

    Wire() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread acceptor = new Thread(this::accept, "wire");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    Wire then(Script script) {
        scripts.add(script);
        return this;
    }

    /** An answer of these header lines and this body. */
    Wire answers(String head, byte[] body) {
        return then((request, out) -> send(out, head, body));
    }

    Wire answers(String head) {
        return answers(head, new byte[0]);
    }

    static void send(OutputStream out, String head, byte[] body) throws IOException {
        out.write(
                ("HTTP/1.1 " + head.strip().replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    List<Request> requests() {
        return requests;
    }

    int port() {
        return server.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getLocalPort() + path;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread thread = new Thread(() -> serve(socket), "wire-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = reader.readLine();
            if (line == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = reader.readLine(); !header.isEmpty(); header = reader.readLine()) {
                String[] parts = header.split(":", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
            }
            Request request = new Request(line, headers);
            requests.add(request);
            Script script = scripts.poll();
            if (script == null) {
                send(socket.getOutputStream(), "500 No Script\nContent-Length: 0\nConnection: close", new byte[0]);
            } else {
                script.run(request, socket.getOutputStream());
            }
        } catch (SocketException gone) {
            // the other side hung up, as some tests want
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
