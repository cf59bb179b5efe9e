package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob send-again}. */
@Command(
        name = "send-again",
        header = "Settle an uncertain job: send it again, although a first one may exist. May cost twice.",
        description = "Returns once the vendor has it, and prints the job's id, as \"videojob submit\" does.",
        footer = {"", "Example:", "  videojob send-again 01hf3k2…"})
final class SendAgainCommand extends SettlingCommand {
    @Mixin
    private WaitOptions waiting = new WaitOptions();

    @Override
    void settle(VideoJob job) {
        job.sendAgain();
    }

    @Override
    int settled(VideoJobs jobs, VideoJob found) throws InterruptedException {
        JobSnapshot now = new Watch(context(), jobs, found).until(Submitted::hasLeft, waiting.timeout);
        return Submitted.report(this, found, now);
    }
}
