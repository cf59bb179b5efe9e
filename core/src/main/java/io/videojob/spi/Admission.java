package io.videojob.spi;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link JobJournal#admit} decided: a job that may be sent now, or when to ask again. */
public final class Admission {
    private final @Nullable StoredJob job;
    private final @Nullable Instant askAgainAt;
    private final String why;

    private Admission(@Nullable StoredJob job, @Nullable Instant askAgainAt, String why) {
        this.job = job;
        this.askAgainAt = askAgainAt;
        this.why = why;
    }

    /** This job, as it was just written: status {@code SUBMITTING}, out of the line, with its slot. */
    public static Admission of(StoredJob job) {
        return new Admission(job, null, "admitted");
    }

    /** Nobody waits. */
    public static Admission nobodyWaits() {
        return new Admission(null, null, "nobody waits");
    }

    /** Nobody fits before this time. */
    public static Admission notBefore(Instant askAgainAt, String why) {
        return new Admission(null, askAgainAt, why);
    }

    /** Nobody fits until a job ends or money is settled; there is no time to name. */
    public static Admission blocked(String why) {
        return new Admission(null, null, why);
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
