package io.videojob.internal.engine;

import io.videojob.JobFilter;
import io.videojob.JobStatus;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Equal jobs of ours of which nobody knows the vendor's id either: what a look-up shows may be theirs. */
final class Twins {
    private static final int MOST = 1000;
    /** Past longest run and create timeout, for clocks that differ and lists that are wide. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final JobJournal journal;

    Twins(JobJournal journal) {
        this.journal = journal;
    }

    /**
     * True if another send with the same input was made to that provider at about the same time, and is unresolved: of
     * another job, or an earlier attempt of this one.
     */
    boolean mayExist(JobRecord record, String provider) {
        if (record.attempts.stream()
                .anyMatch(a -> a.number != record.attempt().number && isTwin(record, record, a, provider))) {
            return true;
        }
        List<StoredJob> unresolved = journal.list(JobFilter.all()
                .withStatus(JobStatus.SUBMITTING, JobStatus.UNCERTAIN)
                .limit(MOST));
        // More than can be read: one of the rest may be a twin.
        List<StoredJob> givenUp = givenUp();
        return unresolved.size() == MOST
                || hasTwin(unresolved, record, provider)
                || isCut(givenUp, record)
                || hasTwin(givenUp, record, provider);
    }

    /** Jobs that went on, or ended, without an attempt that may have made something. */
    private List<StoredJob> givenUp() {
        return journal.list(JobFilter.all()
                .withStatus(
                        JobStatus.WAITING,
                        JobStatus.QUEUED,
                        JobStatus.RUNNING,
                        JobStatus.SUCCEEDED,
                        JobStatus.FAILED,
                        JobStatus.CANCELED)
                .limit(MOST));
    }

    /** True if rows that were not read may be young enough to hold a twin. */
    private static boolean isCut(List<StoredJob> newestFirst, JobRecord record) {
        Instant ours = record.attempt().sentAt;
        return newestFirst.size() == MOST
                && (ours == null || !newestFirst.get(MOST - 1).createdAt().isBefore(ours.minus(apart(record))));
    }

    private static boolean hasTwin(List<StoredJob> rows, JobRecord record, String provider) {
        return rows.stream()
                .filter(row -> !row.id().equals(record.id))
                .map(Columns::read)
                .anyMatch(other -> other.attempts.stream().anyMatch(a -> isTwin(record, other, a, provider)));
    }

    private static boolean isTwin(JobRecord record, JobRecord other, Attempt a, String provider) {
        boolean unresolved = a.vendorJobId == null
                && (a.state == AttemptState.SUBMITTING
                        || a.state == AttemptState.UNCERTAIN
                        || a.state == AttemptState.GIVEN_UP);
        Candidate theirs = other.candidateOf(a);
        return unresolved
                && theirs.provider().equals(provider)
                && theirs.body().equals(record.candidate().body())
                && String.valueOf(theirs.model())
                        .equals(String.valueOf(record.candidate().model()))
                && sentTogether(record, a.sentAt);
    }

    /** A vendor lists by time, too: what was sent a day before is not among what it lists for this one. */
    private static boolean sentTogether(JobRecord record, @Nullable Instant theirs) {
        Instant ours = record.attempt().sentAt;
        if (ours == null || theirs == null) {
            return true;
        }
        return Duration.between(ours, theirs).abs().compareTo(apart(record)) <= 0;
    }

    private static Duration apart(JobRecord record) {
        Candidate.Times times = record.candidate().times();
        return times.longestRun().plus(times.createTimeout()).plus(MARGIN);
    }
}
