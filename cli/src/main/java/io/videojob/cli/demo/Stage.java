package io.videojob.cli.demo;

import io.videojob.Element;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Properties;

/** Both vendors on this machine with what is to go wrong there, and the library in front of them. */
final class Stage implements AutoCloseable {
    /** A vendor's minute lasts a second here, so that a film of three minutes takes three seconds. */
    private static final double SPEED = 60;

    static final VideoRequest REQUEST = VideoRequest.builder("kling-o1/video-to-video-reference")
            .prompt("Put @Element1 on the raccoon's back")
            .sourceVideo("https://example.com/raccoon.mp4")
            .element(Element.of("https://example.com/fairy-front.png", "https://example.com/fairy-side.png"))
            .duration(Duration.ofSeconds(5))
            .keepAudio(true)
            .build();

    private final Sandbox vendors;
    private final VideoJobs jobs;

    private Stage(Sandbox vendors, VideoJobs jobs) {
        this.vendors = vendors;
        this.jobs = jobs;
    }

    static Stage open() {
        Sandbox vendors = Sandbox.builder().speed(SPEED).start();
        try {
            // What AI/ML API documents for a failure behind it (docs.aimlapi.com, errors); failed jobs are free there.
            vendors.aimlapi()
                    .nextJob(JobScript.failure(
                            Failure.named("Error", "Something wrong with the server. Please, try again later.")));
            vendors.eachlabs().on(Operation.CREATE, Fault.loseAnswer());
            VideoJobs jobs = VideoJobs.builder()
                    .config(settings(vendors))
                    .environment(variable -> "") // whatever the machine has set, no real vendor is reached
                    .build();
            return new Stage(vendors, jobs);
        } catch (RuntimeException e) {
            vendors.close();
            throw e;
        }
    }

    /** As they would stand in {@code videojob.properties}. */
    private static Properties settings(Sandbox vendors) {
        Properties settings = vendors.properties();
        settings.setProperty("videojob.route", "aimlapi, eachlabs");
        settings.setProperty("videojob.poll.interval", "500ms");
        return settings;
    }

    Sandbox vendors() {
        return vendors;
    }

    VideoJobs jobs() {
        return jobs;
    }

    @Override
    public void close() {
        jobs.close();
        vendors.close();
    }
}
