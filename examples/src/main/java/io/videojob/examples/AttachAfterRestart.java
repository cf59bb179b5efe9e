package io.videojob.examples;

import io.videojob.JobId;
import io.videojob.Subscription;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Run it twice. The first run submits a job, writes down what it is called, and stops while the vendor works. The second
 * run goes on with that job and saves the video; nothing is submitted again. {@code AttachAfterRestart [CONFIG [FILE]]}
 */
public final class AttachAfterRestart {
    private AttachAfterRestart() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path video = Arguments.target("raccoon.mp4", args);
        Path note = Path.of(video + ".job");
        try (VideoJobs jobs = Arguments.jobs(args)) {
            if (Files.exists(note)) {
                finish(jobs, note, video);
            } else {
                begin(jobs, note);
            }
        }
    }

    private static void begin(VideoJobs jobs, Path note) throws IOException {
        VideoJob job = jobs.submit(Arguments.raccoon("by the sea"));
        VendorRef reference = accepted(job);
        Files.write(note, List.of(job.id().toString(), reference.toString()));
        System.out.println(reference + " runs; run me again to get it");
    }

    private static void finish(VideoJobs jobs, Path note, Path video) throws IOException, InterruptedException {
        List<String> names = Files.readAllLines(note);
        // Our id is known where the journal is; the vendor's reference works on any machine that has the key.
        VideoJob job = jobs.find(JobId.parse(names.get(0))).orElseGet(() -> jobs.attach(VendorRef.parse(names.get(1))));
        System.out.println(job.await(Duration.ofMinutes(20)).saveTo(video));
        Files.delete(note);
    }

    /** The vendor's reference, as soon as there is one; throws if the job ends without. */
    private static VendorRef accepted(VideoJob job) {
        CompletableFuture<VendorRef> reference = new CompletableFuture<>();
        Subscription changes = job.onChange(now -> now.vendorRef().ifPresent(reference::complete));
        job.snapshot().vendorRef().ifPresent(reference::complete); // it may have come before anybody listened
        CompletableFuture.anyOf(reference, job.completion()).join();
        changes.close();
        return job.snapshot().vendorRef().orElseThrow();
    }
}
