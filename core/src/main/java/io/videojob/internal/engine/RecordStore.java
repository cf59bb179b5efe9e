package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in their journal: read, changed by compare-and-set, and told of. What happened is never dropped: a write that loses
 * against another is done again on the newer record, and one that the journal can't take now is kept and done later.
 */
final class RecordStore {
    private static final Logger LOG = LoggerFactory.getLogger(RecordStore.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int FLUSHES = 5;

    private final Engine engine;
    private final JobJournal journal;
    private final Timing timing;
    private final Supplier<Set<String>> crowded;
    /** Told of every record that was written, with the row it replaced. */
    private final BiConsumer<Optional<Versioned>, Versioned> written;
    /** Outcomes that wait for the journal to come back, each with its job. */
    private final Map<Event, JobId> unwritten = new ConcurrentHashMap<>();

    RecordStore(
            Engine engine,
            JobJournal journal,
            Timing timing,
            Supplier<Set<String>> crowded,
            BiConsumer<Optional<Versioned>, Versioned> written) {
        this.engine = engine;
        this.journal = journal;
        this.timing = timing;
        this.crowded = crowded;
        this.written = written;
    }

    /** A record and its row, as they were read or written. */
    record Versioned(StoredJob stored, JobRecord record) {}

    /** New jobs, all or none. */
    void insert(List<JobRecord> records) {
        List<StoredJob> rows = records.stream().map(r -> Columns.of(r, 0)).toList();
        journal.insert(rows);
        for (int i = 0; i < rows.size(); i++) {
            StoredJob row = rows.get(i).toBuilder().version(1).build();
            written.accept(Optional.empty(), new Versioned(row, records.get(i)));
        }
    }

    /** The newest record, with what admission wrote into its row since. */
    Optional<Versioned> read(JobId id) {
        return journal.find(id).map(stored -> {
            JobRecord record = Columns.read(stored);
            return new Versioned(stored, Columns.isAdmitted(stored, record) ? admitted(stored, record) : record);
        });
    }

    private JobRecord admitted(StoredJob stored, JobRecord record) {
        Moment moment = moment();
        return engine.apply(record, new Event.Admitted(stored.wakeAt().orElse(moment.at())), moment);
    }

    /** The job after the event; empty if the journal has a newer version, or another job holds a reference. */
    Optional<Versioned> apply(Versioned was, Event event) {
        JobRecord is = engine.apply(was.record(), event, moment());
        StoredJob row = Columns.of(is, was.stored().version());
        if (!journal.replace(row)) {
            return Optional.empty();
        }
        Versioned now = new Versioned(row.toBuilder().version(row.version() + 1).build(), is);
        written.accept(Optional.of(was), now);
        return Optional.of(now);
    }

    /**
     * Applies what {@code decide} makes of the newest record, reading again until it is written.
     *
     * @param decide gives the event, null for none, or throws
     * @return the job as it was written
     */
    Versioned change(JobId id, Function<JobRecord, @Nullable Event> decide) {
        while (true) {
            Versioned job = read(id).orElseThrow(
                            () -> new JournalException("job " + id + " is not in the journal any more", null));
            Event event = decide.apply(job.record());
            if (event == null) {
                return job;
            }
            Optional<Versioned> changed = apply(job, event);
            if (changed.isEmpty()) {
                JobRecord wanted = engine.apply(job.record(), event, moment());
                if (event instanceof Event.Adopted && isLetGo(wanted)) {
                    continue;
                }
                changed = idTaken(wanted).flatMap(taken -> apply(job, taken));
            }
            if (changed.isPresent()) {
                return changed.get();
            }
        }
    }

    /** Writes an outcome; empty while the journal is away: then it is kept, and {@code afterwards} is run once it is written. */
    Optional<Versioned> commit(Versioned known, Event event, Runnable afterwards) {
        JobId id = known.record().id;
        try {
            Optional<Versioned> changed = apply(known, event);
            return changed.isPresent() ? changed : Optional.of(change(id, record -> event));
        } catch (RuntimeException e) {
            if (unwritten.putIfAbsent(event, id) == null) {
                LOG.error("job {}: what happened can't be written down yet and is kept in memory: {}", id, event, e);
            }
            timing.schedule(AGAIN, () -> commitAgain(known, event, afterwards));
            return Optional.empty();
        }
    }

    private void commitAgain(Versioned known, Event event, Runnable afterwards) {
        if (unwritten.containsKey(event) && commit(known, event, afterwards).isPresent()) {
            unwritten.remove(event);
            afterwards.run();
        }
    }

    /** Writes what could not be written so far, before everything ends; what still can't be is told in full. */
    void flush() {
        for (int i = 0; i < FLUSHES && !unwritten.isEmpty(); i++) {
            unwritten.forEach(this::flush);
            if (!unwritten.isEmpty()) {
                pause();
            }
        }
        unwritten.forEach((event, id) -> LOG.error(
                "job {}: what happened is lost with this process, because the journal is away: {}", id, event));
        unwritten.clear();
    }

    private void flush(Event event, JobId id) {
        try {
            change(id, record -> unwritten.containsKey(event) ? event : null);
            unwritten.remove(event);
        } catch (RuntimeException e) {
            LOG.warn("job {}: {} can't be written down", id, event, e);
        }
    }

    private void pause() {
        Object monitor = new Object();
        synchronized (monitor) {
            try {
                timing.waitOn(monitor, AGAIN.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Has jobs that hold an id only for the time being release what the user says is this one's; true if one did. */
    private boolean isLetGo(JobRecord wanted) {
        boolean any = false;
        for (Attempt attempt : wanted.attempts) {
            String id = attempt.vendorJobId;
            if (id != null && !attempt.isAside()) {
                Optional<JobRecord> holder = journal.findByReference(
                                VendorRef.of(wanted.candidateOf(attempt).provider(), id))
                        .map(Columns::read)
                        .filter(other -> !other.id.equals(wanted.id) && other.letsGo(id));
                holder.ifPresent(other -> change(other.id, r -> r.letsGo(id) ? new Event.Released(id) : null));
                any |= holder.isPresent();
            }
        }
        return any;
    }

    /** If a write may have failed because another job holds one of the references, which. */
    private Optional<Event> idTaken(JobRecord changed) {
        for (VendorRef reference : Views.references(changed)) {
            Optional<StoredJob> holder = journal.findByReference(reference);
            if (holder.isPresent() && !holder.get().id().equals(changed.id)) {
                return Optional.of(new Event.IdTaken(
                        changed.holderOf(reference.vendorJobId()),
                        reference.vendorJobId(),
                        holder.get().id().toString()));
            }
        }
        return Optional.empty();
    }

    private Moment moment() {
        return new Moment(timing.now(), timing.random().nextDouble(), crowded.get());
    }
}
