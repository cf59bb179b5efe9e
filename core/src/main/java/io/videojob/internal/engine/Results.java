package io.videojob.internal.engine;

import io.videojob.DeliveryException;
import io.videojob.JobId;
import io.videojob.Output;
import io.videojob.internal.engine.RecordStore.Versioned;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done for a job that has succeeded: its results are saved, and their links renewed. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);

    private final RecordStore records;
    private final Exchanges exchanges;
    private volatile Saver saver = (job, folder) -> {
        throw new IllegalStateException("nobody saves here");
    };

    Results(RecordStore records, Exchanges exchanges) {
        this.records = records;
        this.exchanges = exchanges;
    }

    /** From now on results are saved by that. */
    void savedBy(Saver newSaver) {
        saver = newSaver;
    }

    /** Saves, while nobody else does; empty if what came of it can't be written down yet. */
    Optional<Versioned> save(Versioned job, Runnable afterwards) {
        Versioned begun = records.apply(job, new Event.SavingBegun()).orElse(null);
        if (begun == null) {
            return records.read(job.record().id);
        }
        return records.commit(begun, saved(begun.record()), afterwards);
    }

    private Event saved(JobRecord job) {
        try {
            String folder = Objects.requireNonNull(job.saving, "saving").folder();
            return new Event.Saved(saver.save(job, Path.of(folder)));
        } catch (DeliveryException e) {
            return new Event.NotSaved(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("saving the results of job {} failed", job.id, e);
            return new Event.NotSaved(e.toString());
        }
    }

    /** Asks for the links of a job that succeeded, and keeps them; empty if nobody can tell. */
    List<Output> renew(JobId id) {
        JobRecord job = records.read(id).map(Versioned::record).orElse(null);
        if (job == null
                || !Views.isDelivered(job)
                || !exchanges.has(job.candidate().provider())) {
            return List.of();
        }
        List<Output> fresh = exchanges.outputs(job);
        records.change(id, record -> new Event.Renewed(fresh));
        return fresh;
    }
}
