package io.videojob.cli;

import io.videojob.ConfigurationException;
import io.videojob.Inspection;
import io.videojob.JobSnapshot;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code videojob status}. */
@Command(
        name = "status",
        header = "Say how a job stands, after one look at the vendor.",
        description = "Exit code 0 whatever the status is; \"videojob wait\" ends with a code by the outcome.",
        footer = {"", "Examples:", "  videojob status 01hf3k2…", "  videojob status eachlabs:3f2a… --json"})
final class StatusCommand extends JobsCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    @Override
    int run() {
        Optional<JobSnapshot> known;
        try (Inspection journal = inspect()) {
            known = job.in(journal);
        }
        if (known.isEmpty() && !job.isReference()) {
            throw job.unknown();
        }
        JobSnapshot now = known.filter(StatusCommand::isSettled).orElseGet(() -> look(known));
        result(JobText.of(now), now, List.of());
        return ExitCodes.DONE;
    }

    private static boolean isSettled(JobSnapshot snapshot) {
        return snapshot.status().isFinal() || snapshot.isParked();
    }

    /** Asks the vendor; without a key for it, the journal has to do. */
    private JobSnapshot look(Optional<JobSnapshot> known) {
        try (VideoJobs jobs = open()) {
            VideoJob found = job.in(jobs);
            return found.refresh();
        } catch (ConfigurationException e) {
            JobSnapshot last = known.orElseThrow(() -> e);
            streams().say("As last seen; the vendor can't be asked now: " + e.getMessage());
            return last;
        }
    }
}
