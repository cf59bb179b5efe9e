package io.videojob.examples;

import com.sun.net.httpserver.HttpServer;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.webhooks.WebhookHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes the vendor's webhook with the JDK's own web server, so that the job is looked at the moment it has ended. Needs
 * {@code videojob.webhook.public-url}, under which the vendor reaches this program, and {@code videojob.webhook.secret};
 * and a route that begins at a vendor which sends webhooks: {@code eachlabs} does, {@code aimlapi} does not.
 * {@code WebhookReceiver [CONFIG [FILE [PORT]]]}
 */
public final class WebhookReceiver {
    private WebhookReceiver() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int port = args.length < 3 ? 8080 : Integer.parseInt(args[2]);
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        try (VideoJobs jobs = Arguments.jobs(args)) {
            server.createContext("/", new WebhookHandler(jobs.webhooks()));
            server.setExecutor(threads);
            server.start();

            VideoJob job = jobs.submit(Arguments.raccoon("on a bicycle"));
            System.out.println(job.await(Duration.ofMinutes(20)).saveTo(Arguments.target("raccoon.mp4", args)));
        } finally {
            server.stop(1); // seconds for an answer that is on its way
            threads.shutdown();
        }
    }
}
