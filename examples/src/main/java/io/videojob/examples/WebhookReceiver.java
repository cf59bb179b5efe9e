package io.videojob.examples;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import io.videojob.WebhookRejectedException;
import io.videojob.Webhooks;
import io.videojob.webhook.WebhookDelivery;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Takes the vendor's webhook with the JDK's own web server, so that the job is looked at the moment it has ended. Needs
 * {@code videojob.webhook.public-url}, under which the vendor reaches this program, and {@code videojob.webhook.secret}.
 * {@code WebhookReceiver [CONFIG [FILE [PORT]]]}
 */
public final class WebhookReceiver {
    private static final int MOST_BYTES = 1 << 20;

    private WebhookReceiver() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = args.length < 3 ? 8080 : Integer.parseInt(args[2]);
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        try (VideoJobs jobs = Arguments.jobs(args)) {
            server.createContext("/", exchange -> receive(jobs.webhooks(), exchange));
            server.start();

            VideoJob job = jobs.submit(Arguments.raccoon("on a bicycle"));
            System.out.println(job.await(Duration.ofMinutes(20)).saveTo(Arguments.target("raccoon.mp4", args)));
        } finally {
            server.stop(1); // seconds for an answer that is on its way
        }
    }

    private static void receive(Webhooks webhooks, HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            exchange.sendResponseHeaders(
                    answer(
                            webhooks,
                            WebhookDelivery.of(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body)),
                    -1);
        }
    }

    /** The status that tells the vendor whether to deliver it again. */
    private static int answer(Webhooks webhooks, WebhookDelivery delivery) {
        try {
            webhooks.receive(delivery);
            return 200;
        } catch (WebhookRejectedException e) {
            System.err.println("a webhook was refused: " + e.getMessage());
            return 400;
        } catch (VideoJobException e) {
            System.err.println("a webhook could not be taken now: " + e.getMessage());
            return 503;
        }
    }
}
