package io.videojob.testkit;

import io.videojob.Output;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoResult;
import io.videojob.testkit.VendorServer.Play;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A job from its request to its outputs, by way of the library. */
final class WholeJob {
    private final Bench bench;

    WholeJob(Bench bench) {
        this.bench = bench;
    }

    void run() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        VendorScript script = bench.script;
        Play play = bench.server.play(request -> switch (count.getAndIncrement()) {
            case 0 -> Reply.of(script.accepted.answer());
            case 1 -> Reply.of(Answer.of(503, "{}"));
            case 2 -> Reply.of(script.finished.get(0).with("contract-made-this-up"));
            default -> Reply.of(bench.finished());
        });
        try (ManualTime time = new ManualTime();
                VideoJobs jobs = VideoJobs.builder()
                        .provider(bench.make(bench.settings()))
                        .timing(time)
                        .environment(name -> null)
                        .build()) {
            VideoJob job = jobs.submit(script.request);
            VideoResult result = job.await(Duration.ofMinutes(30));
            List<String> links = result.outputs().stream().map(Output::uri).toList();
            Check.expect(
                    links.equals(script.finished.get(0).links()),
                    "the outputs " + script.finished.get(0).links(),
                    links);
            Check.expect(
                    job.snapshot().vendorRef().map(ref -> ref.vendorJobId()).equals(Optional.of(script.accepted.id())),
                    "the vendor's id " + script.accepted.id(),
                    job.snapshot().vendorRef());
            Check.expect(
                    play.requests().stream()
                                            .map(VendorRequest::target)
                                            .distinct()
                                            .count()
                                    <= 2
                            && play.requests().size() == 4,
                    "one create and three looks",
                    play.requests().stream().map(VendorRequest::target).toList());
        }
    }
}
