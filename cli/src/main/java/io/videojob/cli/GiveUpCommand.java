package io.videojob.cli;

import io.videojob.VideoJob;
import picocli.CommandLine.Command;

/** {@code videojob give-up}. */
@Command(
        name = "give-up",
        header = "Settle an uncertain job: nobody looks for it any more.",
        description = "The job ends as failed; whether it was billed stays unknown.",
        footer = {"", "Example:", "  videojob give-up 01hf3k2…"})
final class GiveUpCommand extends SettlingCommand {
    @Override
    void settle(VideoJob job) {
        job.giveUp();
    }
}
