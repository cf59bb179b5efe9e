package io.videojob.webhooks;

import com.sun.net.httpserver.HttpServer;
import io.videojob.VideoJobs;
import io.videojob.testkit.WebhookSigning;
import io.videojob.webhook.WebhookAnswer;
import io.videojob.webhook.WebhookDelivery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** The code of docs/webhooks.md. */
final class Snippets {
    private Snippets() {}

    static void withTheJdksServer(VideoJobs jobs) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        server.createContext("/videojob", new WebhookHandler(jobs.webhooks()));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    static void inAServletContainer(VideoJobs jobs, ServletContextHandler context) {
        context.addServlet(new ServletHolder(new WebhookServlet(jobs.webhooks())), "/videojob/*");
    }

    static void inAnyFramework(VideoJobs jobs, HttpServletRequest request, byte[] body, HttpServletResponse response) {
        WebhookAnswer answer =
                jobs.webhooks().receive(WebhookDelivery.of(request.getRequestURI(), request::getHeader, body));
        response.setStatus(answer.status());
    }

    static WebhookAnswer inATest(VideoJobs jobs) {
        WebhookSigning signing = WebhookSigning.hmacSha256("X-Webhook-Signature", "X-Webhook-Timestamp", "sha256=");
        String body = "{\"exec_id\":\"e1\",\"status\":\"succeeded\"}";
        return jobs.webhooks().receive(signing.signForTest("/videojob/eachlabs", body, "the-secret", Instant.now()));
    }
}
