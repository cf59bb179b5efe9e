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
final class ExplainCommand extends BaseCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    @Override
    int run() {
        try (Inspection journal = context().inspect(common)) {
            Explanation explanation = job.in(journal)
                    .map(JobSnapshot::id)
                    .flatMap(journal::explain)
                    .orElseThrow(job::unknown);
            print(explanation.toString(), () -> JobJson.of(explanation));
        }
        return ExitCodes.DONE;
    }
}
