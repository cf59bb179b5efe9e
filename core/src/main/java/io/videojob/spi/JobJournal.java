package io.videojob.spi;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.Journal;
import io.videojob.VendorRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps jobs. Each method is atomic, also between processes that share one journal; when it returns, a durable journal has
 * written to disk. Thread-safe. Every method throws {@link io.videojob.JournalException} if the journal can't be reached or
 * written.
 */
public interface JobJournal extends Journal, AutoCloseable {

    /**
     * Writes new jobs, all or none, with version 1.
     *
     * @throws IllegalStateException if an id or a reference is taken
     */
    void insert(List<StoredJob> jobs);

    /** The job of that id. */
    Optional<StoredJob> find(JobId id);

    /** The job that holds the reference. */
    Optional<StoredJob> findByReference(VendorRef reference);

    /**
     * Writes {@code job} with the next version, if the journal still has {@link StoredJob#version()} of it and no other job
     * holds one of its references. Compare-and-set: of several writers one wins.
     *
     * @return true if it was written
     */
    boolean replace(StoredJob job);

    /** Jobs whose wake time has come, the longest waiting first; of ended ones those that want to be saved. */
    List<StoredJob> due(Instant now, int limit);

    /** The earliest wake time of any job. */
    Optional<Instant> nextWake();

    /** Jobs that match, newest first. */
    List<StoredJob> list(JobFilter filter);

    /**
     * Of these jobs those that the journal has in another version, in no order; those that it doesn't have are left out.
     *
     * @param known the version of each that the caller knows; 0 for none
     */
    List<StoredJob> changed(Map<JobId, Long> known);

    /** The providers that somebody stands in line for. */
    Set<String> waitingFor();

    /**
     * Admits the oldest job in the provider's line that fits, oldest by {@link StoredJob#lineSince()}, then by id: there is
     * a free slot ({@link StoredJob#slotUntil()} after now counts as taken), fewer than {@code creates} sends lie in the
     * window, and both budgets have room for what the job has {@link StoredJob#reserved()}: that of all providers beside what
     * all jobs hold and spent, the provider's own beside what is held and was spent there. Writes it with status {@code SUBMITTING}, out of the line, holding a slot until {@link Instant#MAX}'s
     * stand-in {@link #FOREVER}, waking at once, with the next version; and notes a send that counts as made at
     * {@code now + answerWithin} until {@link #answered} tells better. Limits of other providers don't matter, nor does a
     * job further back while an older one fits. If nobody in line fits a budget, the answer tells which.
     */
    Admission admit(String provider, AdmissionLimits limits, Instant now);

    /**
     * A send was answered, or given up, at that time: from then on it leaves the window.
     *
     * @param version of the job when it was sent: meant is the last send admitted up to then, whatever was sent since
     */
    void answered(String provider, JobId job, long version, Instant at);

    /**
     * A send provably never left: it doesn't count in the window.
     *
     * @param version of the job when it should have been sent, as with {@link #answered}
     */
    void neverLeft(String provider, JobId job, long version);

    /**
     * What counts against budgets, by provider, of one moment: what jobs hold, and what they spent. What a job spent counts
     * from its last admission, before that from when it was made; of that only what counts from after {@code after}. Amounts
     * may be rounded up to the nano-dollar. Providers of which there is nothing to tell may be left out.
     */
    List<ProviderMoney> money(Instant after);

    /**
     * What the journal stands on, for those who work beside it on the same ground, such as a driver that keeps its timetable
     * in the same database; empty if it is nothing of that type.
     */
    default <T> Optional<T> ground(Class<T> type) {
        return Optional.empty();
    }

    /**
     * Forgets ended jobs, the longest ended first, with their references: those that {@linkplain StoredJob#endedAt() ended},
     * and were last admitted (or made, if they never were), before that time, that wake no more, and hold neither a slot nor
     * money. Other processes may do the same.
     *
     * @param endedBefore what jobs spent later may still count
     * @param limit how many at most; fewer may be taken at once
     * @return how many it forgot
     */
    int prune(Instant endedBefore, int limit);

    /** A slot that is held until it is given back. */
    Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    @Override
    void close();
}
