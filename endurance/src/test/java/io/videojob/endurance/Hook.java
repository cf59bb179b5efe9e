package io.videojob.endurance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.videojob.WebhookRejectedException;
import io.videojob.Webhooks;
import io.videojob.webhook.WebhookDelivery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;

/** A user's web server, always at the same address whichever process it is in. */
final class Hook {
    private final Webhooks webhooks;

    private Hook(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Answers at that address as long as the process lives. */
    static void open(URI address, Webhooks webhooks) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()), 50);
        server.createContext(address.getPath(), new Hook(webhooks)::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            int status = status(WebhookDelivery.of(path, Map.copyOf(exchange.getRequestHeaders()), body));
            Say.line("webhook " + status);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(WebhookDelivery delivery) {
        try {
            webhooks.receive(delivery);
            return 200;
        } catch (WebhookRejectedException e) {
            return 400;
        }
    }
}
