package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob save}. */
@Command(
        name = "save",
        header = "Save the video of a job that is done, again if need be.",
        description =
                "Prints the saved file's name. Does not wait: a job that still runs is exit code 6. Links die: save soon.",
        footer = {"", "Example:", "  videojob save 01hf3k2… --out raccoon.mp4"})
final class SaveCommand extends JobsCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    @Mixin
    private OutOptions out = new OutOptions();

    @Override
    int run() throws InterruptedException {
        out.check();
        try (VideoJobs jobs = open()) {
            VideoJob found = job.in(jobs);
            about(found);
            JobSnapshot unused = found.refresh();
            Delivery.save(this, found.await(Duration.ZERO), out);
        }
        return ExitCodes.DONE;
    }
}
