package io.videojob.cli;

import io.videojob.JobFilter;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does: the job is left as it is, and its user is told how to go on. A create on the wire is given time to be
 * answered, since an id that is lost then may be a bill.
 */
final class Interruption {
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);
    private static final Duration CREATE_PATIENCE = Duration.ofSeconds(15);

    private final Streams streams;
    private volatile @Nullable VideoJobs jobs;
    private volatile @Nullable VideoJob job;
    private volatile boolean json;
    private volatile boolean armed;
    private volatile String words = "";

    Interruption(Streams streams) {
        this.streams = streams;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "videojob-interrupted"));
    }

    /** A command begins. */
    void arm(boolean asJson, String withoutJob) {
        json = asJson;
        words = withoutJob;
        armed = true;
    }

    /** The command is over; what follows is its usual end. */
    void disarm() {
        armed = false;
    }

    /** The library that works, to be stopped in an orderly way. */
    void working(@Nullable VideoJobs value) {
        jobs = value;
    }

    /** The job that the command is about. */
    void about(VideoJob value) {
        job = value;
    }

    private void interrupted() {
        if (!armed) {
            return;
        }
        Optional<VideoJob> current = Optional.ofNullable(job);
        Optional<JobSnapshot> before = current.flatMap(Interruption::snapshot);
        boolean sending =
                before.filter(now -> now.status() == JobStatus.SUBMITTING).isPresent();
        boolean ours = streams.claim();
        if (ours || current.isEmpty()) {
            String left = before.flatMap(JobSnapshot::cancellation).isPresent()
                    ? ": the wish to cancel it stays; what becomes of it tells"
                    : " is left as it is; go on with";
            streams.error(current.map(known -> "Interrupted. Job " + known.id() + left)
                    .orElse(words));
            current.ifPresent(known -> streams.error("  videojob wait " + known.id()));
            if (sending) {
                streams.error("It is just being sent: waiting a moment for the answer, so that its id is not lost.");
            }
        }
        if (ours && json) {
            streams.printJson(JsonText.of(JobJson.of(before.orElse(null), List.of(), new Interrupted())));
        }
        close(sending);
    }

    /** Stops the library, but waits only so long for what is on the wire. */
    private void close(boolean sending) {
        VideoJobs working = jobs;
        if (working == null) {
            return;
        }
        Thread closing = new Thread(working::close, "videojob-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join((sending ? CREATE_PATIENCE : USUAL_PATIENCE).toMillis());
            if (!sending && closing.isAlive() && isSending(working)) {
                streams.error("Another job is just being sent: waiting a moment for the answer.");
                closing.join(CREATE_PATIENCE.minus(USUAL_PATIENCE).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of all jobs of the journal: this process looks after every one of them. Asked once no new one can begin. */
    private static boolean isSending(VideoJobs working) {
        try {
            return !working.list(
                            JobFilter.all().withStatus(JobStatus.SUBMITTING).limit(1))
                    .isEmpty();
        } catch (RuntimeException e) {
            return false; // the journal is closed: nothing is on the wire any more
        }
    }

    private static Optional<JobSnapshot> snapshot(VideoJob job) {
        try {
            return Optional.of(job.snapshot());
        } catch (RuntimeException e) {
            return Optional.empty(); // the journal is closed or away; the id is enough to go on
        }
    }

    /** How {@code --json} names it. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Interrupted() {
            super("interrupted; the job is left as it is");
        }
    }
}
