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
import java.util.Optional;
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
        while (!closing) {
            StoredJob stored = journal.find(id).orElse(null);
            if (stored == null) {
                return Optional.empty();
            }
            JobRecord record = readAdmitted(stored);
            Next next = engine.next(record, timing.now());
            switch (next.kind()) {
                case DONE -> {
                    return Optional.empty();
                }
                case WAIT -> {
                    return Optional.ofNullable(next.until());
                }
                case TICK -> write(stored, record, engine.apply(record, new Event.TimeCame(), moment()));
                case EXCHANGE -> {
                    String provider = record.candidate().provider();
                    if (!exchanges.has(provider)) {
                        LOG.warn(
                                "job {} is at provider {}, which is not configured here; another process may have it",
                                id,
                                provider);
                        return Optional.of(timing.now().plus(ASKING));
                    }
                    if (!exchange(stored, record, next)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** False if its outcome could not be written yet and will be later. */
    private boolean exchange(StoredJob stored, JobRecord record, Next next) {
        Intent intent = intent(record, next);
        JobRecord begun = engine.apply(record, new Event.Begun(intent), moment());
        if (!write(stored, record, begun)) {
            return true;
        }
        Event event = exchanges.perform(begun, intent);
        if (event instanceof Event.Created created) {
            learn(begun, created.outcome());
        }
        return commitOrLater(record.id, event);
    }

    private Intent intent(JobRecord record, Next next) {
        ExchangeKind kind = next.exchange();
        if (kind == null) {
            throw new IllegalStateException("an exchange without a kind");
        }
        Instant now = timing.now();
        Duration timeout =
                kind == ExchangeKind.CREATE ? record.candidate().times().createTimeout() : ASKING;
        return new Intent(
                kind,
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
    private boolean commitOrLater(JobId id, Event event) {
        try {
            change(id, record -> event);
            return true;
        } catch (JournalException e) {
            LOG.error("job {}: what happened can't be written down yet and is kept in memory: {}", id, event, e);
            timing.schedule(AGAIN, () -> {
                if (commitOrLater(id, event)) {
                    wake(id);
                }
            });
            return false;
        }
    }

    /**
     * Applies what {@code decide} makes of the newest record, and writes it, reading again until it is written.
     *
     * @param decide gives the event, null for none, or throws
     * @return the record as it was written
     */
    JobRecord change(JobId id, Function<JobRecord, @Nullable Event> decide) {
        while (true) {
            StoredJob stored = journal.find(id)
                    .orElseThrow(() -> new JournalException("job " + id + " is not in the journal any more", null));
            JobRecord record = readAdmitted(stored);
            Event event = decide.apply(record);
            if (event == null) {
                return record;
            }
            JobRecord changed = engine.apply(record, event, moment());
            if (write(stored, record, changed)) {
                return changed;
            }
            Optional<Event.IdTaken> taken = idTaken(stored, changed);
            if (taken.isPresent()) {
                JobRecord without = engine.apply(record, taken.get(), moment());
                if (write(stored, record, without)) {
                    return without;
                }
            }
        }
    }

    /** If the write failed because another job holds one of the references, which. */
    private Optional<Event.IdTaken> idTaken(StoredJob stored, JobRecord changed) {
        for (VendorRef reference : Views.references(changed)) {
            Optional<StoredJob> holder = journal.findByReference(reference);
            if (holder.isPresent() && !holder.get().id().equals(stored.id())) {
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
        JobRecord record = change(id, decide);
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
                commitOrLater(stored.id(), new Event.GateShut(why));
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

    private boolean write(StoredJob before, JobRecord was, JobRecord is) {
        if (is == was) {
            return true;
        }
        StoredJob after = Columns.of(is, before.version());
        if (!journal.replace(after)) {
            return false;
        }
        watchers.accept(is);
        if (is.stage == Stage.LINE && was.stage != Stage.LINE) {
            lineMoved(is.candidate().provider());
        }
        if (before.slotUntil().isPresent()
                && (after.slotUntil().isEmpty() || !before.provider().equals(after.provider()))) {
            before.provider().ifPresent(this::lineMoved);
        }
        return true;
    }

    /** The record of a row, with what admission wrote into the row since. */
    private JobRecord readAdmitted(StoredJob stored) {
        JobRecord record = Columns.read(stored);
        return Columns.isAdmitted(stored, record)
                ? engine.apply(record, new Event.Admitted(), new Moment(timing.now(), 0))
                : record;
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
