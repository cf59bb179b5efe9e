package io.videojob.cli;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob run}. */
@Command(
        name = "run",
        header = "Make a video: submit, wait with a progress line, save.",
        description =
                "Prints the saved file's name. Ctrl-C leaves the job as it is; \"videojob wait JOB\" goes on with it.",
        footer = {
            "",
            "Example:",
            "  videojob run kling-o1/video-to-video-reference \\",
            "      -p \"Put @Element1 on the raccoon's back\" --duration 5s \\",
            "      --video https://example.com/raccoon.mp4 --keep-audio \\",
            "      --element https://example.com/front.png,https://example.com/side.png \\",
            "      --out raccoon.mp4"
        })
final class RunCommand extends JobsCommand {
    @Mixin
    private RequestOptions request = new RequestOptions();

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Mixin
    private LateOptions late = new LateOptions();

    @Mixin
    private OutOptions out = new OutOptions();

    @Override
    String whenInterrupted() {
        return "Interrupted. Whether a job was made yet tells \"videojob list --open\".";
    }

    @Override
    int run() throws InterruptedException {
        VideoRequest wanted = request.toRequest();
        out.check();
        try (VideoJobs jobs = openToSubmit()) {
            VideoJob job = submit(jobs, wanted);
            streams().say("Job " + job.id());
            Watch watch = new Watch(context(), jobs, job);
            Delivery.save(this, watch.toTheEnd(waiting.timeout, late.cancel), out);
        }
        return ExitCodes.DONE;
    }
}
