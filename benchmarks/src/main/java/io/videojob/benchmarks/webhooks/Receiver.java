package io.videojob.benchmarks.webhooks;

import com.sun.net.httpserver.HttpServer;
import io.videojob.JobFilter;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.sandbox.EachlabsSandbox;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.script.Operation;
import io.videojob.webhooks.WebhookHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;

/** A user's program: jobs in a journal, at a vendor on loopback that never ends them, and a web server for its webhooks. */
final class Receiver implements AutoCloseable {
    private static final int MOST_JOBS = 100_000;

    private final Sandbox sandbox =
            Sandbox.builder().eachlabsLimits(Limits.none()).start();
    private final HttpServer server;
    private final VideoJobs jobs;

    Receiver(Choice choice, Path folder, ExecutorService threads) throws IOException {
        vendor().everyJob(JobScript.success().hold());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        Properties settings = sandbox.properties();
        settings.setProperty("videojob.route", "eachlabs");
        settings.setProperty("videojob.provider.eachlabs.max-in-flight", String.valueOf(choice.jobs()));
        settings.setProperty("videojob.provider.eachlabs.creates-per-minute", "100000");
        settings.setProperty("videojob.poll.interval", "24h"); // each look is a webhook's
        settings.setProperty(
                "videojob.journal.url",
                choice.journal().isEmpty() ? "jdbc:sqlite:" + folder.resolve("jobs.db") : choice.journal());
        settings.setProperty(
                "videojob.webhook.public-url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/videojob");
        settings.setProperty("videojob.webhook.secret", "a-long-random-text-for-this-benchmark");
        jobs = VideoJobs.builder().config(settings).environment(name -> null).build();
        server.createContext("/videojob", new WebhookHandler(jobs.webhooks()));
        server.setExecutor(threads);
        server.start();
    }

    private EachlabsSandbox vendor() {
        return sandbox.eachlabs();
    }

    /** Submits jobs until the vendor has so many. */
    List<Target> submit(int count) throws InterruptedException {
        VideoRequest request = VideoRequest.builder("kling-o1/reference-image-to-video")
                .prompt("A raccoon on a bicycle")
                .referenceImage("https://example.com/raccoon.png")
                .build();
        jobs.submitAll(Collections.nCopies(count, request));
        while (vendor().creates().stream()
                        .filter(create -> create.jobId().isPresent())
                        .count()
                < count) {
            Thread.sleep(1000);
        }
        Thread.sleep(1000); // the answer to the last one arrives
        return vendor().creates().stream().map(Target::of).toList();
    }

    /** When each job of the vendor was last looked at. */
    Map<String, Instant> lastLooks() {
        Map<String, Instant> looks = new HashMap<>();
        vendor().requests(Operation.LOOK).forEach(look -> {
            String id = look.path().substring(look.path().lastIndexOf('/') + 1);
            looks.merge(id, look.receivedAt(), (a, b) -> a.isAfter(b) ? a : b);
        });
        return looks;
    }

    int looks() {
        return vendor().looks();
    }

    /** How many jobs have ended, or have in their record what only a forged delivery said. */
    long misled() {
        return jobs.list(JobFilter.all().limit(MOST_JOBS)).stream()
                .filter(job -> job.status().isFinal()
                        || job.attempts().size() != 1
                        || jobs.find(job.id())
                                .orElseThrow()
                                .explain()
                                .toString()
                                .contains(Target.NOBODY))
                .count();
    }

    @Override
    public void close() {
        server.stop(0);
        jobs.close();
        sandbox.close();
    }
}
