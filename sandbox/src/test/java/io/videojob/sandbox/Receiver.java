package io.videojob.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Somebody's webhook address. */
final class Receiver implements AutoCloseable {
    record Delivery(Headers headers, String body) {
        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }
    }

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Delivery> unseen = new LinkedBlockingQueue<>();
    private volatile int status = 204;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            Delivery delivery = new Delivery(exchange.getRequestHeaders(), arriving(exchange.getRequestBody()));
            deliveries.add(delivery);
            unseen.add(delivery);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** What comes until it ends or breaks off; a break is an end to some versions of the JDK's server. */
    private static String arriving(InputStream body) {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        try {
            body.transferTo(arrived);
        } catch (IOException e) {
            // what came before is kept
        }
        return arrived.toString(StandardCharsets.UTF_8);
    }

    /** The next one that nobody has taken; waits for it, since whoever breaks off waits for no answer. */
    Delivery next() throws InterruptedException {
        return Objects.requireNonNull(unseen.poll(30, TimeUnit.SECONDS), "no delivery came");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=t1";
    }

    void answer(int other) {
        status = other;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
