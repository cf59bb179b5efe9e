package io.videojob.cli;

import io.videojob.Explanation;
import io.videojob.Inspection;
import io.videojob.JobSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob explain}. */
@Command(
        name = "explain",
        header = "Everything that happened to a job: attempts, decisions, waits, costs.",
        description = "Reads the journal only; asks no vendor.",
        footer = {"", "Example:", "  videojob explain 01hf3k2…"})
final class ExplainCommand extends JobsCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    @Override
    int run() {
        try (Inspection journal = inspect()) {
            Explanation explanation = job.in(journal)
                    .map(JobSnapshot::id)
                    .flatMap(journal::explain)
                    .orElseThrow(job::unknown);
            print(JobText.of(explanation), () -> JobJson.of(explanation));
        }
        return ExitCodes.DONE;
    }
}
