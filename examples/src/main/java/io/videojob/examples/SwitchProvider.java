package io.videojob.examples;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import java.time.Duration;

/**
 * The same request at another vendor, without another line of code: {@code videojob.route = eachlabs} or {@code
 * videojob.route = aimlapi} in the configuration decides. {@code SwitchProvider [CONFIG [FILE]]}
 */
public final class SwitchProvider {
    private SwitchProvider() {}

    public static void main(String[] args) throws InterruptedException {
        VideoRequest request = Arguments.raccoon("in the snow");
        try (VideoJobs jobs = Arguments.jobs(args)) {
            // A plan is free: every provider of the route, and what each would be sent.
            System.out.println(jobs.plan(request));

            VideoJob job = jobs.submit(request);
            VideoResult result = job.await(Duration.ofMinutes(20));

            System.out.println("made by " + result.job().provider().orElseThrow());
            System.out.println(result.saveTo(Arguments.target("raccoon.mp4", args)));
        }
    }
}
