package io.videojob.internal.engine;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.JournalException;
import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.spi.Admission;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobEngine;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the engine decides: reads the record, writes the intent by compare-and-set, does the exchange with no lock held,
 * and writes what it came to until it is written.
 */
final class Shell implements JobEngine {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final Duration ASKING = Duration.ofSeconds(60);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final String owner;
    private final Engine engine;
    private final JobJournal journal;
    private final Exchanges exchanges;
    private final Map<String, Gate> gates;
    private final Timing timing;
    private final Consumer<JobRecord> watchers;
    private volatile @Nullable JobDriver driver;
    /** Outcomes that wait for the journal to come back, each with its job. */
    private final Map<Event, JobId> unwritten = new ConcurrentHashMap<>();

    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /**
     * A shell over a journal.
     *
     * @param owner who this is among all that work on the journal; never the same twice
     * @param watchers told of every record that was written
     */
    Shell(
            String owner,
            Engine engine,
            JobJournal journal,
            Exchanges exchanges,
            Map<String, Gate> gates,
            Timing timing,
            Consumer<JobRecord> watchers) {
        this.owner = owner;
        this.engine = engine;
        this.journal = journal;
        this.exchanges = exchanges;
        this.gates = gates;
        this.timing = timing;
        this.watchers = watchers;
    }

    /** From now on the driver is told what needs a step. */
    void drivenBy(JobDriver driver) {
        this.driver = driver;
        driver.start(this);
    }

    /** No further exchange begins. */
    void stop() {
        closing = true;
    }

    @Override
    public JobJournal journal() {
        return journal;
    }

    @Override
    public Optional<Instant> step(JobId id) {
        Versioned job = read(id).orElse(null);
        while (job != null && !closing) {
            Next next = engine.next(job.record(), timing.now());
            switch (next.kind()) {
                case DONE -> {
                    return Optional.empty();
                }
                case WAIT -> {
                    return Optional.ofNullable(next.until());
                }
                case TICK ->
                    job = write(job, engine.apply(job.record(), new Event.TimeCame(), moment()))
                            .or(() -> read(id))
                            .orElse(null);
                case EXCHANGE -> {
                    String provider = job.record().candidate().provider();
                    if (!exchanges.has(provider)) {
                        warnOnceOf(provider);
                        return Optional.of(timing.now().plus(ASKING));
                    }
                    job = exchange(job, next).orElse(null);
                }
            }
        }
        return Optional.empty();
    }

    /** The job after the exchange, or empty if what the exchange came to could not be written yet and will be later. */
    private Optional<Versioned> exchange(Versioned job, Next next) {
        JobId id = job.record().id;
        Event event;
        ExchangeKind kind = Objects.requireNonNull(next.exchange(), "exchange");
        if (kind == ExchangeKind.CREATE) {
            Intent intent = intent(job.record());
            Optional<Versioned> begun = write(job, engine.apply(job.record(), new Event.Begun(intent), moment()));
            if (begun.isEmpty()) {
                return read(id);
            }
            job = begun.get();
            SubmitOutcome outcome = exchanges.create(job.record(), intent);
            event = new Event.Created(job.record().attempt().number, outcome);
            learn(job.record(), outcome);
        } else {
            event = exchanges.ask(job.record(), kind);
        }
        return commitOrLater(job, event);
    }

    private Intent intent(JobRecord record) {
        Instant now = timing.now();
        Duration timeout = record.candidate().times().createTimeout();
        return new Intent(
                owner,
                now,
                now.plus(Rules.ANSWER_MARGIN.dividedBy(2)),
                now.plus(timeout).plus(Rules.ANSWER_MARGIN));
    }

    private void learn(JobRecord record, SubmitOutcome outcome) {
        String provider = record.candidate().provider();
        gate(provider).ended(outcome);
        try {
            if (outcome.kind() == SubmitOutcome.Kind.NOT_SENT) {
                journal.neverLeft(provider, record.id);
            } else {
                journal.answered(provider, record.id, timing.now());
            }
        } catch (JournalException e) {
            LOG.warn("the end of a send is not noted; it counts a little longer against the limit of {}", provider, e);
        }
    }

    /** Writes an outcome; while the journal is away, keeps it and tries again. */
    private Optional<Versioned> commitOrLater(Versioned known, Event event) {
        JobId id = known.record().id;
        try {
            Optional<Versioned> written = write(known, engine.apply(known.record(), event, moment()));
            return written.isPresent() ? written : Optional.of(change(id, record -> event));
        } catch (JournalException e) {
            if (unwritten.putIfAbsent(event, id) == null) {
                LOG.error("job {}: what happened can't be written down yet and is kept in memory: {}", id, event, e);
            }
            timing.schedule(AGAIN, () -> writeAgain(known, event));
            return Optional.empty();
        }
    }

    private void writeAgain(Versioned known, Event event) {
        if (unwritten.containsKey(event) && commitOrLater(known, event).isPresent()) {
            unwritten.remove(event);
            wake(known.record().id);
        }
    }

    /** Writes what could not be written so far, before everything ends; what still can't be is told in full. */
    void flush() {
        unwritten.forEach((event, id) -> {
            try {
                change(id, record -> unwritten.remove(event) == null ? null : event);
            } catch (JournalException e) {
                LOG.error(
                        "job {}: what happened is lost with this process, because the journal is away: {}",
                        id,
                        event,
                        e);
            }
        });
    }

    private void warnOnceOf(String provider) {
        if (strangers.add(provider)) {
            LOG.warn(
                    "the journal has jobs at provider {}, which is not configured here; nobody here looks after them",
                    provider);
        }
    }

    /**
     * Applies what {@code decide} makes of the newest record, and writes it, reading again until it is written.
     *
     * @param decide gives the event, null for none, or throws
     * @return the job as it was written
     */
    private Versioned change(JobId id, Function<JobRecord, @Nullable Event> decide) {
        while (true) {
            Versioned job = read(id).orElseThrow(
                            () -> new JournalException("job " + id + " is not in the journal any more", null));
            Event event = decide.apply(job.record());
            if (event == null) {
                return job;
            }
            JobRecord changed = engine.apply(job.record(), event, moment());
            Optional<Versioned> written = write(job, changed);
            if (written.isEmpty()) {
                written = idTaken(changed).flatMap(taken -> write(job, engine.apply(job.record(), taken, moment())));
            }
            if (written.isPresent()) {
                return written.get();
            }
        }
    }

    /** If a write may have failed because another job holds one of the references, which. */
    private Optional<Event.IdTaken> idTaken(JobRecord changed) {
        for (VendorRef reference : Views.references(changed)) {
            Optional<StoredJob> holder = journal.findByReference(reference);
            if (holder.isPresent() && !holder.get().id().equals(changed.id)) {
                return Optional.of(new Event.IdTaken(
                        changed.attempt().number,
                        reference.vendorJobId(),
                        holder.get().id().toString()));
            }
        }
        return Optional.empty();
    }

    /** A user's wish, then a step. */
    JobRecord wish(JobId id, Function<JobRecord, @Nullable Event> decide) {
        JobRecord record = change(id, decide).record();
        wake(id);
        return record;
    }

    @Override
    public Admission admit(String provider) {
        if (closing || !exchanges.has(provider)) {
            return Admission.blocked("nobody here sends to " + provider);
        }
        Gate gate = gate(provider);
        if (gate.isShut()) {
            detour(provider, gate.shutWords());
        }
        return gate.admit(journal);
    }

    /** Jobs in a shut provider's line go to their next candidate, if they have one. */
    private void detour(String provider, String why) {
        JobFilter waiting = JobFilter.all()
                .withStatus(JobStatus.WAITING)
                .atProvider(provider)
                .limit(1000);
        for (StoredJob stored : journal.list(waiting)) {
            JobRecord record = Columns.read(stored);
            if (record.attempt().candidate + 1 < record.candidates.size()) {
                change(stored.id(), newest -> new Event.GateShut(why));
            }
        }
    }

    /** Writes new jobs, all or none, and has them sent. */
    void insert(List<JobRecord> records) {
        journal.insert(records.stream().map(record -> Columns.of(record, 0)).toList());
        records.forEach(record -> {
            watchers.accept(record);
            if (record.stage == Stage.LINE) {
                lineMoved(record.candidate().provider());
            }
            wake(record.id);
        });
    }

    /** A record and its row, as they were read or written. */
    private record Versioned(StoredJob stored, JobRecord record) {}

    private Optional<Versioned> read(JobId id) {
        return journal.find(id).map(stored -> {
            JobRecord record = Columns.read(stored);
            return new Versioned(
                    stored,
                    Columns.isAdmitted(stored, record)
                            ? engine.apply(record, new Event.Admitted(), new Moment(timing.now(), 0))
                            : record);
        });
    }

    /** The job as it was written; empty if the journal has a newer version, or another job holds a reference. */
    private Optional<Versioned> write(Versioned was, JobRecord is) {
        StoredJob before = was.stored();
        StoredJob after = Columns.of(is, before.version());
        if (!journal.replace(after)) {
            return Optional.empty();
        }
        watchers.accept(is);
        if (is.stage == Stage.LINE && was.record().stage != Stage.LINE) {
            lineMoved(is.candidate().provider());
        }
        boolean elsewhere = !before.provider().equals(after.provider());
        if (before.slotUntil().isPresent() && (after.slotUntil().isEmpty() || elsewhere)) {
            before.provider().ifPresent(this::lineMoved);
        }
        return Optional.of(
                new Versioned(after.toBuilder().version(before.version() + 1).build(), is));
    }

    private Gate gate(String provider) {
        Gate gate = gates.get(provider);
        if (gate == null) {
            throw new IllegalStateException("no gate for " + provider);
        }
        return gate;
    }

    private Moment moment() {
        return new Moment(timing.now(), timing.random().nextDouble());
    }

    private void wake(JobId id) {
        JobDriver current = driver;
        if (current != null) {
            current.wake(id);
        }
    }

    private void lineMoved(String provider) {
        JobDriver current = driver;
        if (current != null) {
            current.lineMoved(provider);
        }
    }
}
