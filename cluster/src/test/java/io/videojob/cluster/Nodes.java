package io.videojob.cluster;

import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The vendors of a test, and nodes of one cluster that use them. */
final class Nodes implements AfterEachCallback {
    static final Duration LONG = Duration.ofMinutes(1);

    private final Sandbox sandbox =
            Sandbox.builder().runTime(Duration.ofMillis(300)).start();
    private final List<AutoCloseable> open = new ArrayList<>();

    Sandbox sandbox() {
        return sandbox;
    }

    /** What a node of a journal is configured with, and these lines ({@code key = value}). */
    Properties settings(String journalUrl, String... lines) {
        Properties settings = sandbox.properties();
        settings.setProperty("videojob.route", "eachlabs");
        settings.setProperty("videojob.poll.interval", "200ms");
        settings.setProperty("videojob.journal.url", journalUrl);
        settings.setProperty("videojob.driver", "cluster");
        for (String line : lines) {
            String[] parts = line.split("=", 2);
            settings.setProperty(parts[0].strip(), parts[1].strip());
        }
        return settings;
    }

    VideoJobs node(Properties settings) {
        return node(settings, builder -> builder);
    }

    VideoJobs node(Properties settings, UnaryOperator<VideoJobs.Builder> more) {
        VideoJobs jobs = more.apply(VideoJobs.builder().config(settings).sweepEvery(Duration.ofMillis(500)))
                .build();
        open.add(0, jobs);
        return jobs;
    }

    /** A short request, told from others by its prompt. */
    static VideoRequest request(String prompt) {
        return VideoRequest.builder("kling-o1/image-to-video")
                .prompt(prompt)
                .firstFrame("https://media.example/raccoon.png")
                .build();
    }

    static void until(String what, java.util.concurrent.Callable<Boolean> isSo) {
        Awaitility.await(what).atMost(LONG).pollInterval(Duration.ofMillis(20)).until(isSo);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        sandbox.close();
    }
}
