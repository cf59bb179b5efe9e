package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.SubmitOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Bugs that can be planted below the engine, to see that random runs find them. */
public enum RunPlant {
    /** All is as it should be. */
    NONE("nothing"),
    /** A create that a server error answers is sent once more, as careless HTTP clients do. */
    SENDS_TWICE_ON_500("wire: "),
    /** The vendor's id of an accepted create is not written when another write came between. */
    FORGETS_THE_ID_ON_A_CONFLICT("lost: "),
    /** A wish is not written when another write came between. */
    DROPS_A_WISH("wish: "),
    /** An uncertain job gives its slot back at once. */
    FREES_THE_SLOT_TOO_EARLY("slot: "),
    /** What a job did cost is counted once more when it ends. */
    SETTLES_TWICE("money: "),
    /** The answer to a create takes the intent of whatever create is on its way. */
    CLEARS_ANY_INTENT("intent: "),
    /** A job that is sent again is still to be canceled. */
    KEEPS_AN_OLD_WISH("wish: "),
    /** A vendor's id that comes after its attempt was abandoned is not written. */
    FORGETS_A_LATE_ANSWER("lost: "),
    /** A vendor's id that comes after its attempt was abandoned is kept beside, though the job is open. */
    LEAVES_A_LATE_ANSWER_ASIDE("late: "),
    /** A send leaves the window as soon as it is answered. */
    FORGETS_SENDS("rate: "),
    /** What could not be saved at once is never saved. */
    SAVES_ONLY_ONCE("delivery: ");

    /** How the broken promise begins by which it is found. */
    public final String foundAs;

    RunPlant(String foundAs) {
        this.foundAs = foundAs;
    }

    SubmitOutcome submit(Supplier<SubmitOutcome> once) {
        SubmitOutcome outcome = once.get();
        return this == SENDS_TWICE_ON_500 && outcome.answer().httpStatus() == 500 ? once.get() : outcome;
    }

    void answered(JobJournal journal, String provider, JobId job, long version, Instant at) {
        if (this == FORGETS_SENDS) {
            journal.neverLeft(provider, job, version);
        } else {
            journal.answered(provider, job, version, at);
        }
    }

    boolean replace(JobJournal journal, StoredJob row) {
        return switch (this) {
            case FREES_THE_SLOT_TOO_EARLY ->
                journal.replace(
                        row.status() == JobStatus.UNCERTAIN
                                ? row.toBuilder().slotUntil(null).build()
                                : row);
            case SETTLES_TWICE ->
                journal.replace(
                        row.status().isFinal()
                                ? row.toBuilder()
                                        .spent(row.spent().map(s -> s.add(s)).orElse(null))
                                        .build()
                                : row);
            case FORGETS_THE_ID_ON_A_CONFLICT -> journal.replace(row) || isConflict(journal, row, this::hasNewId);
            case DROPS_A_WISH -> journal.replace(row) || isConflict(journal, row, this::hasNewWish);
            case NONE, SENDS_TWICE_ON_500, FORGETS_SENDS -> journal.replace(row);
            default -> RunBentWrites.replace(this, journal, row);
        };
    }

    private interface Difference {
        boolean between(StoredJob newest, StoredJob row);
    }

    private static boolean isConflict(JobJournal journal, StoredJob row, Difference difference) {
        Optional<StoredJob> newest = journal.find(row.id());
        return newest.filter(now -> now.version() != row.version())
                .filter(now -> difference.between(now, row))
                .isPresent();
    }

    private boolean hasNewId(StoredJob newest, StoredJob row) {
        return !newest.references().containsAll(row.references()) && !hasNewWish(newest, row);
    }

    private boolean hasNewWish(StoredJob newest, StoredJob row) {
        return wishes(row) > wishes(newest);
    }

    private static long wishes(StoredJob row) {
        return Columns.read(row).history.stream()
                .filter(entry -> entry.kind().equals("wish"))
                .count();
    }
}
