package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob submit}. */
@Command(
        name = "submit",
        header = "Submit a job and return once a vendor has it.",
        description = {
            "Prints the job's id. \"videojob wait JOB\" then waits and saves, today or tomorrow, in this terminal or another.",
            "Returns once the vendor has taken the job, or refused it, or its answer is lost (exit code 7)."
        },
        footer = {
            "",
            "Example:",
            "  job=$(videojob submit kling-o1/image-to-video -p \"The raccoon waves\" \\",
            "      --first-frame https://example.com/raccoon.png)",
            "  videojob wait $job"
        })
final class SubmitCommand extends JobsCommand {
    @Mixin
    private RequestOptions request = new RequestOptions();

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Override
    String whenInterrupted() {
        return "Interrupted. Whether a job was made yet tells \"videojob list --open\".";
    }

    @Override
    int run() throws InterruptedException {
        VideoRequest wanted = request.toRequest();
        try (VideoJobs jobs = openToSubmit()) {
            VideoJob job = submit(jobs, wanted);
            JobSnapshot now = new Watch(context(), jobs, job).until(Submitted::hasLeft, waiting.timeout);
            return Submitted.report(this, job, now);
        }
    }
}
