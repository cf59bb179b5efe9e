package io.videojob.newvendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.videojob.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The vendor's own side: each look moves a film a stage on. */
final class Studio implements AutoCloseable {
    static final String TICKET = "ticket-4711";
    static final String REEL = "not really a film";

    private static final int FIRST_NUMBER = 41;

    final List<Object> orders = new CopyOnWriteArrayList<>();
    final AtomicInteger searches = new AtomicInteger();
    private final HttpServer server;
    private final Deque<String> stages = new ArrayDeque<>(List.of("on the shelf", "drawing", "inking", "in the can"));
    private volatile String complaint = "";
    private volatile boolean losesAnswers;
    private volatile boolean archiveClosed;

    Studio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/studio/films", this::films);
        server.createContext("/reels", exchange -> answer(exchange, 200, REEL));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Takes orders, and breaks the connection off before the answer. */
    void losesAnswers() {
        losesAnswers = true;
    }

    /** Orders can't be looked up by their reference. */
    void closesItsArchive() {
        archiveClosed = true;
    }

    /** Films end badly. */
    void spoils(String why) {
        complaint = why;
    }

    private void films(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (!TICKET.equals(exchange.getRequestHeaders().getFirst("Acme-Ticket"))) {
            answer(exchange, 401, "{\"oops\":\"no ticket\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            orders.add(Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            answer(
                    exchange,
                    losesAnswers ? 0 : 201,
                    Json.write(Map.of("number", FIRST_NUMBER, "stage", stages.peek())));
        } else if (query != null) {
            searches.incrementAndGet();
            answer(exchange, archiveClosed ? 503 : 200, Json.write(found(query.replaceFirst("^reference=", ""))));
        } else {
            answer(exchange, 200, Json.write(film()));
        }
    }

    private List<Object> found(String reference) {
        boolean ours = reference.equals(Json.at(orders.get(0), "reference"));
        return ours ? List.of(Map.of("number", FIRST_NUMBER, "stage", "drawing")) : List.of();
    }

    private synchronized Map<String, Object> film() {
        String stage = stages.size() > 1 ? stages.pop() : stages.element();
        Map<String, Object> film = new LinkedHashMap<>(Map.of("number", FIRST_NUMBER, "stage", stage));
        if (stages.size() == 1 && !complaint.isEmpty()) {
            film.putAll(Map.of("stage", "spoiled", "complaint", complaint));
        } else if (stage.equals("in the can")) {
            film.put("reels", List.of(Map.of("href", url() + "/reels/41.mp4")));
        }
        return film;
    }

    /** Status 0 for no answer at all. */
    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            if (status > 0) {
                byte[] bytes = body.getBytes(UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
