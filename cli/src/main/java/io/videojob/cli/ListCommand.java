package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.JobFilter;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code videojob list}. */
@Command(
        name = "list",
        header = "The jobs of the journal, newest first.",
        description = {
            "As they were last seen; reads the journal only. A \"!\" behind the status: parked, see \"videojob status JOB\".",
            "With --json, an array; if it can't be read, one object with \"error\", as all commands print it."
        },
        footer = {"", "Examples:", "  videojob list --open", "  videojob list --status FAILED --limit 5 --json"})
final class ListCommand extends JobsCommand {
    @Option(names = "--open", description = "Only jobs that have not ended.")
    private boolean open;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private List<JobStatus> statuses = new ArrayList<>();

    @Option(names = "--provider", paramLabel = "NAME", description = "Only jobs whose last attempt is there.")
    @Nullable
    private String provider;

    @Option(names = "--tag", paramLabel = "TEXT", description = "Only jobs with this tag.")
    @Nullable
    private String tag;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private int limit = 100;

    @Override
    int run() {
        JobFilter filter = filter();
        List<JobSnapshot> jobs;
        try (Inspection journal = inspect()) {
            jobs = journal.list(filter);
        }
        if (jobs.isEmpty()) {
            streams().say("No jobs.");
        }
        print(
                jobs.stream().map(JobText::line).collect(Collectors.joining(System.lineSeparator())),
                () -> jobs.stream().map(job -> JobJson.of(job, List.of(), null)).toList());
        return ExitCodes.DONE;
    }

    private JobFilter filter() {
        if (limit < 1) {
            throw new UsageException("--limit is " + limit + "; at least 1");
        }
        JobFilter filter = JobFilter.all().limit(limit);
        filter = open ? filter.open() : filter;
        filter = statuses.isEmpty() ? filter : filter.withStatus(statuses.toArray(JobStatus[]::new));
        String at = provider;
        filter = at == null ? filter : filter.atProvider(at);
        String with = tag;
        return with == null ? filter : filter.withTag(with);
    }
}
