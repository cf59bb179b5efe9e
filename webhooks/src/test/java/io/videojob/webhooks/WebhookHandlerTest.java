package io.videojob.webhooks;

import com.sun.net.httpserver.HttpServer;
import io.videojob.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class WebhookHandlerTest extends TakesWebhooks {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @Override
    int start(Webhooks webhooks) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/videojob", new WebhookHandler(webhooks));
        server.setExecutor(threads);
        server.start();
        return server.getAddress().getPort();
    }

    @Override
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }
}
