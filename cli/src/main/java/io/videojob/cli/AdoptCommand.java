package io.videojob.cli;

import io.videojob.VideoJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code videojob adopt}. */
@Command(
        name = "adopt",
        header = "Settle an uncertain job: you found the vendor's job that it is.",
        description = "The job goes on with it; \"videojob wait JOB\" waits and saves.",
        footer = {"", "Example:", "  videojob adopt 01hf3k2… eachlabs:3f2a…"})
final class AdoptCommand extends SettlingCommand {
    @Parameters(index = "1", paramLabel = "REF", description = "The vendor's job: PROVIDER:ID.")
    private String reference = "";

    @Override
    void settle(VideoJob job) {
        job.adopt(JobArgument.reference(reference));
    }
}
