package io.videojob.promises;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.videojob.VideoJobs;
import io.videojob.webhook.WebhookDelivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** A user's web server: hands what vendors post to the library, and answers 200, or 400 to what it refuses. */
final class Hook implements AutoCloseable {
    /** What came, with what was answered. */
    record Delivery(String path, Map<String, List<String>> headers, String body, int status) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private volatile VideoJobs jobs;

    private Hook(HttpServer server) {
        this.server = server;
    }

    static Hook start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        Hook hook = new Hook(server);
        server.createContext("/videojob", hook::handle);
        server.setExecutor(hook.threads);
        server.start();
        return hook;
    }

    /** The settings that have vendors post here. */
    String[] settings() {
        return new String[] {
            "videojob.webhook.public-url = http://127.0.0.1:"
                    + server.getAddress().getPort() + "/videojob",
            "videojob.webhook.secret = a-long-random-text-for-these-tests"
        };
    }

    /** A library whose vendor posts here, with more settings. */
    VideoJobs open(World world, Vendor vendor, String... lines) {
        String[] all = Stream.of(settings(), lines).flatMap(Stream::of).toArray(String[]::new);
        VideoJobs opened = world.open(vendor, all);
        handTo(opened);
        return opened;
    }

    /** From now on deliveries go there. */
    void handTo(VideoJobs receiver) {
        jobs = receiver;
    }

    /** What came so far, and was answered. */
    List<Delivery> deliveries() {
        return deliveries;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = arriving(exchange.getRequestBody());
            String path = exchange.getRequestURI().getPath();
            Map<String, List<String>> headers = Map.copyOf(exchange.getRequestHeaders());
            int status = jobs.webhooks()
                    .receive(WebhookDelivery.of(path, headers, body))
                    .status();
            deliveries.add(new Delivery(path, headers, new String(body, StandardCharsets.UTF_8), status));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** What comes until it ends or breaks off: not every server tells its handler which of the two it was. */
    private static byte[] arriving(InputStream body) {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        try {
            body.transferTo(arrived);
        } catch (IOException e) {
            // what came before is handed on
        }
        return arrived.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
