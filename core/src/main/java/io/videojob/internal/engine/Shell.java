package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.Timing;
import io.videojob.internal.engine.RecordStore.Versioned;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what the engine decides: reads the record, writes the intent to create by compare-and-set, does the exchange with no
 * lock held, and writes what it came to.
 */
final class Shell implements JobEngine {
    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final Duration ABROAD = Duration.ofSeconds(60);
    private static final Duration NEXT_PROCESS = Duration.ofSeconds(1);

    private final String owner;
    private final Engine engine;
    private final JobJournal journal;
    private final RecordStore records;
    private final Detours detours;
    private final Exchanges exchanges;
    private final Results results;
    private final Map<String, Gate> gates;
    private final Timing timing;
    private final Consumer<Versioned> watchers;
    private final Set<String> strangers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable JobDriver driver;
    private volatile boolean closing;

    /**
     * A shell over a journal.
     *
     * @param owner who this is among all that work on the journal; never the same twice
     */
    Shell(String owner, Engine engine, JobJournal journal, Outside outside) {
        this.owner = owner;
        this.engine = engine;
        this.journal = journal;
        this.exchanges = outside.exchanges();
        this.gates = outside.gates();
        this.timing = outside.timing();
        this.watchers = outside.watchers();
        this.records = new RecordStore(engine, journal, timing, this::crowded, this::written);
        this.results = new Results(records, exchanges);
        this.detours = new Detours(engine, journal, records);
    }

    /**
     * What a shell works with.
     *
     * @param watchers told of every record that was written; must not throw
     */
    record Outside(Exchanges exchanges, Map<String, Gate> gates, Timing timing, Consumer<Versioned> watchers) {}

    /** From now on the driver is told what needs a step. */
    void drivenBy(JobDriver newDriver) {
        driver = newDriver;
        newDriver.start(this);
    }

    /** The room where results are kept. */
    Results results() {
        return results;
    }

    /** No further exchange begins. */
    void stop() {
        closing = true;
    }

    /** Writes what could not be written so far. */
    void flush() {
        records.flush();
    }

    @Override
    public JobJournal journal() {
        return journal;
    }

    @Override
    public Optional<Instant> step(JobId id) {
        Versioned job = records.read(id).orElse(null);
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
                    job = records.apply(job, new Event.TimeCame())
                            .or(() -> records.read(id))
                            .orElse(null);
                case SAVE -> job = results.save(job, () -> wake(id)).orElse(null);
                case EXCHANGE -> {
                    String provider = job.record().candidate().provider();
                    if (!exchanges.has(provider)) {
                        warnOnceOf(provider);
                        return Optional.of(timing.now().plus(ABROAD));
                    }
                    ExchangeKind kind = Objects.requireNonNull(next.exchange(), "exchange");
                    job = (kind == ExchangeKind.CREATE ? create(job) : ask(job, kind)).orElse(null);
                }
            }
        }
        // closing with something left to do: another process goes on with it
        return Optional.ofNullable(job).map(left -> timing.now().plus(NEXT_PROCESS));
    }

    /** The job after the create, or as it is if another was quicker; empty if its outcome will be written later. */
    private Optional<Versioned> create(Versioned job) {
        JobId id = job.record().id;
        String provider = job.record().candidate().provider();
        Instant admittedAt = Objects.requireNonNullElse(job.record().wakeAt, timing.now());
        if (gate(provider).isForgotten(admittedAt)) {
            return records.apply(job, new Event.Lapsed()).or(() -> records.read(id));
        }
        Intent intent = intent(job.record());
        if (gate(provider).isSlow(admittedAt)) {
            journal.answered(provider, id, job.stored().version(), intent.answerBy());
        }
        Versioned begun = records.apply(
                        job, new Event.Begun(intent, gate(provider).waitedFor()))
                .orElse(null);
        if (begun == null) {
            return records.read(id);
        }
        SubmitOutcome outcome = exchanges.create(begun.record(), intent);
        Attempt attempt = begun.record().attempt();
        Event event = new Event.Created(attempt.number, attempt.sends, outcome);
        Optional<Versioned> committed = records.commit(begun, event, () -> wake(id));
        learn(begun, outcome);
        lineMoved(provider);
        return committed;
    }

    private Optional<Versioned> ask(Versioned job, ExchangeKind kind) {
        return records.commit(job, exchanges.ask(job.record(), kind), () -> wake(job.record().id));
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

    private void learn(Versioned sent, SubmitOutcome outcome) {
        String provider = sent.record().candidate().provider();
        long version = sent.stored().version();
        gate(provider).ended(outcome);
        try {
            if (outcome.kind() == SubmitOutcome.Kind.NOT_SENT) {
                journal.neverLeft(provider, sent.record().id, version);
            } else {
                journal.answered(provider, sent.record().id, version, timing.now());
            }
        } catch (RuntimeException e) {
            LOG.warn("the end of a send is not noted; it counts a little longer against the limit of {}", provider, e);
        }
    }

    private void warnOnceOf(String provider) {
        if (strangers.add(provider)) {
            LOG.warn(
                    "the journal has jobs at provider {}, which is not configured here; nobody here looks after them",
                    provider);
        }
    }

    /** A user's wish, then a step. */
    JobRecord wish(JobId id, Function<JobRecord, @Nullable Event> decide) {
        JobRecord record = records.change(id, decide).record();
        wake(id);
        return record;
    }

    /** Does the next look at once, on this thread, as if a webhook had called for it. */
    void look(JobId id) {
        records.change(id, record -> {
            Attempt attempt = record.attempt();
            return record.stage == Stage.LOOKING && attempt.vendorJobId != null
                    ? new Event.Heard(attempt.number, attempt.vendorJobId, "look", true)
                    : null;
        });
        Optional<Instant> unused = step(id);
        wake(id);
    }

    @Override
    public Admission admit(String provider) {
        if (closing) {
            return Admission.blocked("closing");
        }
        if (!exchanges.has(provider)) {
            warnOnceOf(provider);
            detours.detour(provider, "no-provider", provider + " is not configured here");
            return Admission.blocked("nobody here sends to " + provider);
        }
        Gate gate = gate(provider);
        if (gate.isShut()) {
            detours.detour(provider, "provider-down", gate.shutWords());
        }
        Admission admission = gate.admit(journal);
        switch (admission.budget()) {
            case OWN_USED_UP -> detours.detour(provider, Detours.NO_MONEY, admission.why());
            case ALL_USED_UP -> detours.keep(provider, Detours.NO_MONEY, admission.why());
            case FITS -> {}
        }
        return admission;
    }

    /**
     * Asks the vendor once for the job of a record that the journal does not have yet. Any answer but "there is none" lets it
     * in: a vendor that can't be reached now may be later.
     */
    void requireThere(JobRecord record) {
        exchanges.requireThere(record);
    }

    /** Writes new jobs, all or none, and has them sent. */
    void insert(List<JobRecord> jobs) {
        records.insert(jobs);
        jobs.forEach(job -> wake(job.id));
    }

    /** Tells who watches, and has a line looked at in which somebody may fit now. */
    private void written(Optional<Versioned> before, Versioned after) {
        watchers.accept(after);
        Optional<String> provider = after.stored().provider();
        boolean wasInThisLine = before.filter(b -> b.record().stage == Stage.LINE)
                .filter(b -> b.stored().provider().equals(provider))
                .isPresent();
        if (after.record().stage == Stage.LINE && !wasInThisLine) {
            provider.ifPresent(this::lineMoved);
        }
        before.map(Versioned::stored)
                .filter(row -> row.slotUntil().isPresent())
                .filter(row ->
                        after.stored().slotUntil().isEmpty() || !row.provider().equals(provider))
                .flatMap(StoredJob::provider)
                .ifPresent(this::lineMoved);
    }

    private Set<String> crowded() {
        return gates.entrySet().stream()
                .filter(gate -> gate.getValue().isCrowded())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Gate gate(String provider) {
        Gate gate = gates.get(provider);
        if (gate == null) {
            throw new IllegalStateException("no gate for " + provider);
        }
        return gate;
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
