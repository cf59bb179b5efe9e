package io.videojob.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link JobJournal#admit} decided: a job that may be sent now, or when to ask again. */
public final class Admission {
    private static final Admission NOBODY_WAITS = new Admission(null, null, "nobody waits", Budget.FITS);

    private final @Nullable StoredJob job;
    private final @Nullable Instant askAgainAt;
    private final String why;
    private final Budget budget;

    /** Which budget has no room, if any. */
    public enum Budget {
        /** None is in the way. */
        FITS,
        /** The provider's own has no room for anybody in line. */
        OWN_USED_UP,
        /** That of all providers together has no room for anybody in line. */
        ALL_USED_UP
    }

    private Admission(@Nullable StoredJob job, @Nullable Instant askAgainAt, String why, Budget budget) {
        this.job = job;
        this.askAgainAt = askAgainAt;
        this.why = why;
        this.budget = budget;
    }

    /** This job, as it was just written: status {@code SUBMITTING}, out of the line, with its slot. */
    public static Admission of(StoredJob job) {
        return new Admission(job, null, "admitted", Budget.FITS);
    }

    /** Nobody waits. */
    public static Admission nobodyWaits() {
        return NOBODY_WAITS;
    }

    /** Nobody fits before this time. */
    public static Admission notBefore(Instant askAgainAt, String why) {
        return new Admission(null, askAgainAt, why, Budget.FITS);
    }

    /** Nobody fits until a job ends or money is settled; there is no time to name. */
    public static Admission blocked(String why) {
        return new Admission(null, null, why, Budget.FITS);
    }

    /** The same, told that it is for lack of money; in these words, even if something else takes longer to clear. */
    public Admission forLackOf(Budget usedUp, String words) {
        return new Admission(job, askAgainAt, words, usedUp);
    }

    /** True if nobody waits. */
    public boolean isLineEmpty() {
        return this == NOBODY_WAITS;
    }

    /** Which budget has no room. */
    public Budget budget() {
        return budget;
    }

    /** The admitted job. */
    public Optional<StoredJob> job() {
        return Optional.ofNullable(job);
    }

    /** When somebody may fit; empty if only the end of another job can tell. */
    public Optional<Instant> askAgainAt() {
        return Optional.ofNullable(askAgainAt);
    }

    /** In a few words, for the record. */
    public String why() {
        return why;
    }

    @Override
    public String toString() {
        return job == null ? why + (askAgainAt == null ? "" : ", ask again at " + askAgainAt) : "admitted " + job.id();
    }
}
