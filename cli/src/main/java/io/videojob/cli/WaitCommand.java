package io.videojob.cli;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob wait}. */
@Command(
        name = "wait",
        header = "Wait for a job, then save its video.",
        description = "Prints the saved file's name. Ctrl-C leaves the job as it is.",
        footer = {
            "",
            "Examples:",
            "  videojob wait 01hf3k2… --out raccoon.mp4",
            "  videojob wait eachlabs:3f2a…      # a vendor's job that was sent from elsewhere"
        })
final class WaitCommand extends JobsCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Mixin
    private LateOptions late = new LateOptions();

    @Mixin
    private OutOptions out = new OutOptions();

    @Override
    String whenInterrupted() {
        return "Interrupted. Job " + job.job + " is left as it is; go on with" + System.lineSeparator()
                + "  videojob wait " + job.job;
    }

    @Override
    int run() throws InterruptedException {
        out.check();
        try (VideoJobs jobs = open()) {
            VideoJob found = job.in(jobs);
            about(found);
            Watch watch = new Watch(context(), jobs, found).tellingOfOthersCreate();
            Delivery.save(this, watch.toTheEnd(waiting.timeout, late.cancel), out);
        }
        return ExitCodes.DONE;
    }
}
