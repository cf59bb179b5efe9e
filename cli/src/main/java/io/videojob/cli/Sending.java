package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A create without an answer, told by what the record knows: when it was sent, and until when its answer may be written down.
 * Whether the process that sent it still lives, the record doesn't know.
 */
final class Sending {
    /** As the user's clock has it. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Sending() {}

    /** True if its create's time is over: nobody is in it any more, and only a look at the vendor tells what became of it. */
    static boolean isOver(JobSnapshot job) {
        return answerBy(job).filter(by -> !Instant.now().isBefore(by)).isPresent();
    }

    /** True if another process sent it, before this one began. */
    static boolean isOfAnother(JobSnapshot job, Instant began) {
        return answerBy(job).isPresent()
                && sentAt(job).filter(at -> at.isBefore(began)).isPresent();
    }

    /** What that means; empty if nothing is on the wire. */
    static Optional<String> words(JobSnapshot job) {
        return answerBy(job)
                .map(by -> isOver(job)
                        ? "sent" + at(job) + ", and no answer was written down by " + time(by)
                                + ": a job may have been made, and is looked for at the vendor"
                        : "sent" + at(job)
                                + ", no answer yet. The process that sent it may still wait for the answer, or may have "
                                + "ended; what became of it is known by " + time(by));
    }

    /** By when it is known, as the user's clock has it; empty if that is over or nothing is on the wire. */
    static Optional<String> knownBy(JobSnapshot job) {
        return answerBy(job).filter(by -> !isOver(job)).map(Sending::time);
    }

    private static Optional<Instant> answerBy(JobSnapshot job) {
        return job.status() == JobStatus.SUBMITTING
                ? job.attempt().flatMap(AttemptSnapshot::answerBy)
                : Optional.empty();
    }

    private static Optional<Instant> sentAt(JobSnapshot job) {
        return job.attempt().flatMap(AttemptSnapshot::sentAt);
    }

    private static String at(JobSnapshot job) {
        return sentAt(job).map(at -> " at " + time(at)).orElse("");
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.systemDefault()));
    }
}
