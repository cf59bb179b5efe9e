package io.videojob.internal.journal;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.VendorRef;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.StoredJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A journal whose payloads are encrypted on their way in and out. The columns that a journal searches and counts by stay
 * readable, with them references and tags. Without a key it writes plainly, and tells who reads what is encrypted which
 * setting is missing.
 */
public final class SealedJournal implements JobJournal {
    private final JobJournal journal;
    private final PayloadKeys keys;

    /** Another journal's jobs under these keys; closed with this one. */
    public SealedJournal(JobJournal journal, PayloadKeys keys) {
        this.journal = journal;
        this.keys = keys;
    }

    /**
     * Looks whether the newest job can be read with these keys, before anything is written with them.
     *
     * @throws JournalException if there is no key for it
     */
    public void check() {
        journal.list(JobFilter.all().limit(1)).forEach(job -> keys.requireKey(job.id(), job.payload()));
    }

    @Override
    public boolean durable() {
        return journal.durable();
    }

    @Override
    public void insert(List<StoredJob> jobs) {
        journal.insert(jobs.stream().map(this::sealed).toList());
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return journal.find(id).map(this::opened);
    }

    @Override
    public Optional<StoredJob> findByReference(VendorRef reference) {
        return journal.findByReference(reference).map(this::opened);
    }

    @Override
    public boolean replace(StoredJob job) {
        return journal.replace(sealed(job));
    }

    @Override
    public List<StoredJob> due(Instant now, int limit) {
        return journal.due(now, limit).stream().map(this::openedIfItCanBe).toList();
    }

    @Override
    public Optional<Instant> nextWake() {
        return journal.nextWake();
    }

    @Override
    public List<StoredJob> list(JobFilter filter) {
        return journal.list(filter).stream().map(this::opened).toList();
    }

    @Override
    public Set<String> waitingFor() {
        return journal.waitingFor();
    }

    @Override
    public Admission admit(String provider, AdmissionLimits limits, Instant now) {
        Admission admission = journal.admit(provider, limits, now);
        return admission.job().map(this::openedIfItCanBe).map(Admission::of).orElse(admission);
    }

    @Override
    public void answered(String provider, JobId job, long version, Instant at) {
        journal.answered(provider, job, version, at);
    }

    @Override
    public void neverLeft(String provider, JobId job, long version) {
        journal.neverLeft(provider, job, version);
    }

    @Override
    public List<ProviderMoney> money(Instant after) {
        return journal.money(after);
    }

    /** One that can't be opened is left out: who watches the others shall be told of them. */
    @Override
    public List<StoredJob> changed(Map<JobId, Long> known) {
        return journal.changed(known).stream().flatMap(this::opening).toList();
    }

    @Override
    public int prune(Instant endedBefore, int limit) {
        return journal.prune(endedBefore, limit);
    }

    @Override
    public <T> Optional<T> ground(Class<T> type) {
        return journal.ground(type);
    }

    @Override
    public void close() {
        journal.close();
    }

    private StoredJob sealed(StoredJob job) {
        return with(job, payload -> keys.seal(job.id(), payload));
    }

    private StoredJob opened(StoredJob job) {
        return with(job, payload -> keys.open(job.id(), payload));
    }

    /** Where one that can't be opened must not hold up the others: who then reads it by its id learns why. */
    private StoredJob openedIfItCanBe(StoredJob job) {
        return opening(job).findFirst().orElse(job);
    }

    private Stream<StoredJob> opening(StoredJob job) {
        try {
            return Stream.of(opened(job));
        } catch (JournalException unreadable) {
            return Stream.empty();
        }
    }

    private static StoredJob with(StoredJob job, UnaryOperator<String> change) {
        String changed = change.apply(job.payload());
        return changed.equals(job.payload())
                ? job
                : job.toBuilder().payload(changed).build();
    }

    @Override
    public String toString() {
        return "SealedJournal[" + journal + "]";
    }
}
