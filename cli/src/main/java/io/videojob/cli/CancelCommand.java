package io.videojob.cli;

import io.videojob.Cancellation;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videojob cancel}. */
@Command(
        name = "cancel",
        header = "Ask for the end of a job, and say what became of that.",
        description =
                "Best effort: not every vendor can. Exit code 0 if the job has ended, 6 if it goes on, 7 if it is uncertain.",
        footer = {"", "Example:", "  videojob cancel 01hf3k2…"})
final class CancelCommand extends JobsCommand {
    @Mixin
    private JobArgument job = new JobArgument();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "1m",
            converter = Durations.class,
            description = "How long to wait for the vendor's word. Default: ${DEFAULT-VALUE}.")
    private Duration timeout = Duration.ofMinutes(1);

    @Override
    int run() throws InterruptedException {
        try (VideoJobs jobs = open()) {
            VideoJob found = job.in(jobs);
            about(found);
            found.cancel();
            JobSnapshot now = new Watch(context(), jobs, found).until(CancelCommand::isDecided, timeout);
            result(words(now), now, List.of());
            return now.status().isFinal() ? ExitCodes.DONE : ExitCodes.whileOpen(now);
        }
    }

    /** That it can't be canceled is decided at once; that it was, once the vendor's state says so. */
    private static boolean isDecided(JobSnapshot now) {
        return now.cancellation()
                .filter(wish -> wish == Cancellation.UNSUPPORTED)
                .isPresent();
    }

    private static String words(JobSnapshot now) {
        return "Job " + now.id() + " is " + now.status()
                + (now.status() == JobStatus.CANCELED
                        ? now.attempt()
                                .map(attempt -> "; " + JobText.words(attempt.billing()))
                                .orElse("")
                        : now.cancellation()
                                .map(wish -> ": " + JobText.words(wish))
                                .orElse(": it had ended before"));
    }
}
