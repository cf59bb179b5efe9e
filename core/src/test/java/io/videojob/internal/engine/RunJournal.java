package io.videojob.internal.engine;

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
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal as one process reaches it: around each call the process may be held up, or end, and the way to it may break. */
final class RunJournal implements JobJournal {
    private final RunProcess process;
    private final JobJournal real;
    private final RunPlant plant;
    private int callsThatFail;
    private boolean failsAfterwards;

    RunJournal(RunProcess process, JobJournal real, RunPlant plant) {
        this.process = process;
        this.real = real;
        this.plant = plant;
    }

    /**
     * The next calls fail.
     *
     * @param afterwards true if what they write is written all the same
     */
    void failNext(int calls, boolean afterwards) {
        callsThatFail = calls;
        failsAfterwards = afterwards;
    }

    private <T> T call(String words, @Nullable JobId job, Supplier<T> work) {
        process.point(RunPoint.before(words), job == null ? null : job.toString());
        if (callsThatFail > 0) {
            callsThatFail--;
            if (failsAfterwards) {
                T unused = work.get();
            }
            throw new JournalException("the way to the journal broke: " + words, null);
        }
        T value = work.get();
        process.point(RunPoint.after(words), job == null ? null : job.toString());
        return value;
    }

    @Override
    public boolean durable() {
        return real.durable();
    }

    @Override
    public void insert(List<StoredJob> jobs) {
        call("insert", null, () -> {
            real.insert(jobs);
            jobs.forEach(job -> process.wrote(job, true));
            return true;
        });
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return call("find", id, () -> real.find(id));
    }

    @Override
    public Optional<StoredJob> findByReference(VendorRef reference) {
        return call("find by reference", null, () -> real.findByReference(reference));
    }

    @Override
    public boolean replace(StoredJob job) {
        return call("replace", job.id(), () -> {
            boolean written = plant.replace(real, job);
            process.wrote(plant == RunPlant.NONE ? job : real.find(job.id()).orElse(job), written);
            return written;
        });
    }

    @Override
    public List<StoredJob> due(Instant now, int limit) {
        return call("due", null, () -> real.due(now, limit));
    }

    @Override
    public Optional<Instant> nextWake() {
        return call("next wake", null, real::nextWake);
    }

    @Override
    public List<StoredJob> list(JobFilter filter) {
        return call("list", null, () -> real.list(filter));
    }

    @Override
    public List<StoredJob> changed(Map<JobId, Long> known) {
        return call("changed", null, () -> real.changed(known));
    }

    @Override
    public int prune(Instant endedBefore, int limit) {
        return call("prune", null, () -> real.prune(endedBefore, limit));
    }

    /** In the same order at each run, so that a seed tells the same story. */
    @Override
    public Set<String> waitingFor() {
        return call("waiting for", null, () -> new TreeSet<>(real.waitingFor()));
    }

    @Override
    public Admission admit(String provider, AdmissionLimits limits, Instant now) {
        return call("admit", null, () -> real.admit(provider, limits, now));
    }

    @Override
    public void answered(String provider, JobId job, long version, Instant at) {
        call("answered", job, () -> {
            plant.answered(real, provider, job, version, at);
            return true;
        });
    }

    @Override
    public void neverLeft(String provider, JobId job, long version) {
        call("never left", job, () -> {
            real.neverLeft(provider, job, version);
            return true;
        });
    }

    @Override
    public List<ProviderMoney> money(Instant after) {
        return call("money", null, () -> real.money(after));
    }

    @Override
    public void close() {}
}
