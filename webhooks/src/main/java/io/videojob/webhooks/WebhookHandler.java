package io.videojob.webhooks;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.videojob.Webhooks;
import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Takes webhooks with the JDK's own HTTP server.
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
 * server.createContext("/videojob", new WebhookHandler(jobs.webhooks()));
 * server.setExecutor(Executors.newCachedThreadPool());
 * server.start();
 * }</pre>
 *
 * <p><i>Warning:</i> give the server an executor. Without one it reads one request after the other, and whoever sends slowly
 * keeps all others waiting, for 10 s at most.
 *
 * <p>What is refused unread ends its connection, unless the rest of it is short.
 */
public final class WebhookHandler implements HttpHandler {
    private final Webhooks webhooks;

    /** Hands on to {@link io.videojob.VideoJobs#webhooks()}. */
    public WebhookHandler(Webhooks webhooks) {
        this.webhooks = requireNonNull(webhooks, "webhooks");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebhookAnswer answer = webhooks.receive(new Request(exchange));
            if (answer.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            exchange.sendResponseHeaders(answer.status(), -1);
        }
    }

    private record Request(HttpExchange exchange) implements WebhookRequest {
        @Override
        public String method() {
            return exchange.getRequestMethod();
        }

        @Override
        public String path() {
            return String.valueOf(exchange.getRequestURI().getPath());
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
        }

        @Override
        public InputStream body() {
            return exchange.getRequestBody();
        }

        /** Nothing was answered yet: so this ends the connection, and with it the read. */
        @Override
        public void cutOff() {
            exchange.close();
        }
    }
}
