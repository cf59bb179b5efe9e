package io.videojob.internal.engine;

import io.videojob.DeliveryException;
import io.videojob.Output;
import io.videojob.SavedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Where a random run's results lie, behind links that die, and what was saved of them. */
final class RunResults {
    /** Results are saved here, if at all; nothing is written to any disk. */
    static final Path FOLDER = Path.of("results");

    private static final Duration LINKS_LIVE = Duration.ofMinutes(10);
    private static final String UNTIL = "?until=";

    final Queue<Fault> faults = new ArrayDeque<>();
    private final RunWorld world;
    /** By job, the path of the link that was loaded. */
    private final Map<String, String> saved = new HashMap<>();

    RunResults(RunWorld world) {
        this.world = world;
    }

    /** How a save goes wrong. */
    enum Fault {
        UNREACHABLE,
        DISK_FULL,
        SAVED_BUT_NOT_SURE,
        SAVER_THROWS
    }

    /** A link that lives for a while. */
    static Output link(String vendorJobId, Instant now) {
        return Output.of("https://results.example/" + vendorJobId + ".mp4" + UNTIL + now.plus(LINKS_LIVE));
    }

    /** Saves in a process, which may be held up, or end. */
    List<SavedFile> save(RunProcess process, JobRecord job, Path folder) {
        process.point(RunPoint.SAVES, job.id.toString());
        Output output = Views.snapshot(job).outputs().get(0);
        if (isDead(output)) {
            world.count("links that had died");
            output = process.jobs.renew(job.id).stream().findFirst().orElse(output);
        }
        Fault fault = faults.poll();
        world.tell(() -> process.name + " saves " + job.id + (fault == null ? "" : ": " + fault));
        if (fault == Fault.SAVER_THROWS) {
            throw new IllegalStateException("a bug of the saver");
        }
        if (isDead(output) || fault == Fault.UNREACHABLE || fault == Fault.DISK_FULL) {
            throw new DeliveryException("not saved: " + (fault == null ? "link is dead" : fault), null, null, null);
        }
        saved.put(job.id.toString(), path(output));
        process.point(RunPoint.SAVED, job.id.toString());
        if (fault == Fault.SAVED_BUT_NOT_SURE) {
            throw new DeliveryException("broke off at the end", null, null, null);
        }
        return List.of(SavedFile.of(folder.resolve(job.id + ".mp4"), 1, "0".repeat(64)));
    }

    private boolean isDead(Output output) {
        String uri = output.uri();
        Instant until = Instant.parse(uri.substring(uri.indexOf(UNTIL) + UNTIL.length()));
        return !world.clock.now().isBefore(until);
    }

    private static String path(Output output) {
        return output.uri().substring(0, output.uri().indexOf(UNTIL));
    }

    /** True if somebody is still to save what a job made. */
    static boolean isDue(JobRecord job) {
        return job.end != null && job.wakeAt != null;
    }

    /** What was paid and is there is saved, and the journal says so. */
    void whenAllIsQuiet(JobRecord job) {
        if (job.end == null || job.end.kind() != JobEnd.Kind.SUCCEEDED || job.saving == null) {
            return;
        }
        String file = saved.get(job.id.toString());
        world.count("results " + job.saving.state());
        if (job.saving.state() != Saving.State.SAVED) {
            world.breaks(
                    "delivery: job " + job.id + " has succeeded and is not saved: " + job.saving + ", " + job.trouble);
        } else if (!path(job.end.outputs().get(0)).equals(file)) {
            world.breaks(
                    "delivery: job " + job.id + " says that " + job.end.outputs() + " is saved; saved was " + file);
        } else if (job.history.stream().noneMatch(entry -> entry.data().containsKey("sha256"))) {
            world.breaks("delivery: job " + job.id + " doesn't tell where its result is");
        }
    }
}
