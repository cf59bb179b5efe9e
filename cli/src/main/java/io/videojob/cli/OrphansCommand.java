package io.videojob.cli;

import io.videojob.JobId;
import io.videojob.Orphan;
import io.videojob.Orphan.Kind;
import io.videojob.OrphanList;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.SavedFile;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import io.videojob.cli.OrphanText.Adopted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code videojob orphans}. */
@Command(
        name = "orphans",
        header = "What the vendors' own lists show, and no job of the journal delivers.",
        description = {
            "When, the vendor's word, what it cost, its reference, its model. A list is of the whole account: what other"
                    + " programs and other journals made on it shows, too. Adopted, an orphan is a job like any other.",
            "The exit code is that of the first list, or orphan, that could not be had; the others are shown all the same."
        },
        footer = {
            "",
            "Examples:",
            "  videojob orphans --since 7d",
            "  videojob orphans --adopt eachlabs:3f2a…",
            "  videojob orphans --adopt all --save-to videos/"
        })
final class OrphansCommand extends JobsCommand {
    private static final String ALL = "all";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = Durations.class,
            description = "Made so long ago at most, such as 12h or 7d; 90d at most. Default: ${DEFAULT-VALUE}.")
    private Duration since = Duration.ofHours(24);

    @Option(names = "--provider", paramLabel = "NAME", description = "Only at this provider.")
    @Nullable
    private String provider;

    @Option(
            names = "--all",
            description = "Also what failed unpaid, and requests for models that are not known as video models.")
    private boolean everything;

    @Option(
            names = "--adopt",
            paramLabel = "REF",
            description =
                    "Make a job of it: a reference that is shown, repeatable; or \"all\", which leaves out what a job"
                            + " still waits for.")
    private List<String> wanted = new ArrayList<>();

    @Option(names = "--save-to", paramLabel = "FOLDER", description = "Wait for what is adopted, and save it there.")
    @Nullable
    private Path folder;

    @Mixin
    private WaitOptions waiting = new WaitOptions();

    private int code = ExitCodes.DONE;

    @Override
    int run() throws InterruptedException {
        OrphanQuery query = query();
        if (folder != null && wanted.isEmpty()) {
            throw new UsageException("--save-to saves what is adopted; add --adopt REF, or --adopt all");
        }
        try (VideoJobs jobs = open()) {
            Orphans orphans = jobs.orphans(query);
            orphans.lists().forEach(this::tell);
            Map<Orphan, Adopted> adopted = new LinkedHashMap<>();
            for (Orphan orphan : chosen(orphans)) {
                adopted.put(orphan, adopt(jobs, orphan));
            }
            if (orphans.found().isEmpty()) {
                streams().say("No orphans since " + JobText.time(orphans.since()) + ".");
            }
            print(OrphanText.of(orphans), () -> OrphanText.json(orphans, adopted));
            adopted.forEach(this::tell);
        }
        return code;
    }

    private OrphanQuery query() {
        try {
            OrphanQuery query = OrphanQuery.usual().since(since).onPage(this::progress);
            query = everything ? query.everything() : query;
            String at = provider;
            return at == null ? query : query.atProvider(at);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--since: " + e.getMessage());
        }
    }

    /** The first page is there at once; who waits for more gets to know that it goes on. */
    private void progress(OrphanList list) {
        if (list.rows() > 100) {
            streams().say("  " + list.provider() + ": " + list.rows() + " rows read");
        }
    }

    private void tell(OrphanList list) {
        OrphanText.limits(list).ifPresent(words -> streams().say(words));
        list.trouble().ifPresent(trouble -> {
            streams()
                    .error(list.provider() + ": its list can't be read"
                            + (list.rows() > 0 ? " beyond " + list.rows() + " rows" : "") + ": "
                            + Messages.of(trouble));
            endsWith(trouble);
        });
    }

    private List<Orphan> chosen(Orphans orphans) {
        if (wanted.contains(ALL)) {
            return orphans.found().stream()
                    .filter(orphan -> orphan.kind() != Kind.AWAITED)
                    .toList();
        }
        return wanted.stream().map(text -> chosen(orphans, text)).toList();
    }

    private static Orphan chosen(Orphans orphans, String text) {
        return orphans.found().stream()
                .filter(orphan -> orphan.reference().equals(JobArgument.reference(text)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "--adopt: " + text + " is not among the orphans that were found;" + " \"videojob status " + text
                                + "\" works with any job of a vendor, a longer --since finds more"));
    }

    /** One that can't be adopted or saved doesn't keep the others from it. */
    private Adopted adopt(VideoJobs jobs, Orphan orphan) throws InterruptedException {
        VideoJob job = null;
        try {
            job = take(jobs, orphan);
            about(job);
            Path into = folder;
            List<SavedFile> saved = into == null
                    ? List.of()
                    : new Watch(context(), jobs, job)
                            .toTheEnd(waiting.timeout, false)
                            .saveAll(into);
            return new Adopted(job.id(), saved, null);
        } catch (VideoJobException | IllegalStateException | IllegalArgumentException e) {
            endsWith(e);
            return new Adopted(job == null ? null : job.id(), List.of(), e);
        }
    }

    /** What a job looks for settles that job, instead of beginning a second one. */
    private static VideoJob take(VideoJobs jobs, Orphan orphan) {
        if (orphan.kind() == Kind.AWAITED) {
            VideoJob waiting = orphan.job()
                    .flatMap(jobs::find)
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "too many jobs are being sent or looked for to tell whether it is one of theirs; try later"));
            waiting.adopt(orphan.reference());
            return waiting;
        }
        return jobs.attach(orphan.reference());
    }

    private void tell(Orphan orphan, Adopted adopted) {
        JobId job = adopted.job();
        Exception error = adopted.error();
        if (error != null) {
            streams()
                    .error(orphan.reference()
                            + (job == null ? " is not adopted: " : ", adopted by job " + job + ": ")
                            + Messages.of(error));
        } else if (adopted.saved().isEmpty()) {
            streams().say(orphan.reference() + " is adopted. Save it with");
            streams().say("  videojob wait " + job);
        } else {
            adopted.saved().forEach(file -> streams().say(orphan.reference() + " saved to " + file.file()));
        }
    }

    private void endsWith(Exception failure) {
        code = code == ExitCodes.DONE ? ExitCodes.of(failure) : code;
    }
}
