package io.videojob.internal.engine;

import io.videojob.Difference;
import io.videojob.Explanation;
import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.Output;
import io.videojob.ProviderException;
import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.VideoRequest;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobJournal;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The engine as the rest of the library sees it: jobs go in, wishes go in, records come out. */
public final class Jobs {
    private final JobJournal journal;
    private final Timing timing;
    private final Tidying tidying;
    private final Shell shell;
    private final JobIds ids;
    private final List<Consumer<JobRecord>> told = new CopyOnWriteArrayList<>();
    private volatile @Nullable Path saveTo;

    /**
     * An engine over a journal.
     *
     * @param providers by name
     * @param limits of each provider, by name
     * @param tokens for webhooks; null if no address was given under which vendors reach us
     */
    public Jobs(
            Map<String, VideoProvider> providers,
            Map<String, AdmissionLimits> limits,
            JobJournal journal,
            Rules rules,
            Watching watching,
            @Nullable WebhookTokens tokens) {
        this.journal = journal;
        this.timing = watching.timing();
        this.tidying = new Tidying(journal, watching);
        this.ids = new JobIds(timing);
        Map<String, Gate> gates = new HashMap<>();
        for (String name : providers.keySet()) {
            gates.put(name, new Gate(name, limits.getOrDefault(name, AdmissionLimits.none()), timing));
        }
        this.shell = new Shell(
                "vj-" + ids.next(),
                new Engine(rules),
                journal,
                new Shell.Outside(new Exchanges(providers, journal, timing, tokens), gates, timing, job -> {
                    watching.watchers().changed(job);
                    told.forEach(listener -> listener.accept(job.record()));
                }));
    }

    /** The clock and who is told of changes. */
    public record Watching(Timing timing, Watchers watchers) {}

    /** Results of jobs that are submitted or attached to from now on are saved in that folder, without a wait for them. */
    public void saveTo(Path folder) {
        saveTo = folder;
    }

    /** What is to be done now and then, beside the jobs themselves. */
    public Tidying tidying() {
        return tidying;
    }

    /** Who saves, for this process and for what earlier ones began. */
    public void savedBy(Saver saver) {
        shell.results().savedBy(saver);
    }

    /** Begins to work. */
    public void drivenBy(JobDriver driver) {
        shell.drivenBy(driver);
    }

    /** Begins no further exchange. */
    public void stop() {
        shell.stop();
    }

    /** Writes what could not be written so far; the last thing to do. */
    public void flush() {
        shell.flush();
    }

    /** Takes requests with their candidates, all or none. */
    public List<JobRecord> submit(List<Order> orders) {
        Instant now = timing.now();
        List<JobRecord> records = orders.stream()
                .map(order -> JobRecord.of(ids.next(), now, d -> {
                    d.request = order.request();
                    d.candidates = order.candidates();
                    d.attempts.add(Attempt.first(1, 0));
                    d.saving = saveTo == null ? null : Saving.to(saveTo);
                    d.deadline = order.request().deadline().map(now::plus).orElse(null);
                    d.note(
                            new Moment(now, 0),
                            0,
                            "submitted",
                            order.request().model() + " to "
                                    + order.candidates().stream()
                                            .map(Candidate::provider)
                                            .toList());
                    order.leftOut()
                            .forEach(why -> d.note(new Moment(now, 0), 0, "decision", "not a candidate: " + why));
                }))
                .toList();
        shell.insert(records);
        return records;
    }

    /**
     * A request and who can serve it, at least one.
     *
     * @param leftOut why others that could have are no candidates
     */
    public record Order(VideoRequest request, List<Candidate> candidates, List<String> leftOut) {
        /** Nobody was left out. */
        public Order(VideoRequest request, List<Candidate> candidates) {
            this(request, candidates, List.of());
        }
    }

    /**
     * The job that holds the reference, or a new one that begins at looking.
     *
     * @throws ProviderException if the vendor, asked once, knows no such job
     */
    public JobRecord attach(VendorRef reference, Duration patience) {
        Optional<JobRecord> known = journal.findByReference(reference).map(Columns::read);
        if (known.isPresent() && (known.get().isAttached() || !known.get().letsGo(reference.vendorJobId()))) {
            return known.get();
        }
        JobRecord record = attached(reference, patience);
        shell.requireThere(record);
        known.ifPresent(holder -> shell.wish(holder.id, r -> new Event.Released(reference.vendorJobId())));
        try {
            shell.insert(List.of(record));
            return record;
        } catch (IllegalStateException taken) {
            return journal.findByReference(reference).map(Columns::read).orElseThrow(() -> taken);
        }
    }

    private JobRecord attached(VendorRef reference, Duration patience) {
        Instant now = timing.now();
        Candidate.Times times = new Candidate.Times(patience.dividedBy(2), patience, Duration.ofMinutes(1));
        return JobRecord.of(ids.next(), now, d -> {
            d.candidates = List.of(new Candidate(reference.provider(), null, Map.of(), List.of(), null, times));
            d.attempts.add(Attempt.of(1, 0, a -> {
                a.state = AttemptState.ACCEPTED;
                a.vendorJobId = reference.vendorJobId();
                a.phase = VendorState.Phase.RUNNING;
                a.billing = io.videojob.Billing.UNKNOWN;
            }));
            d.saving = saveTo == null ? null : Saving.to(saveTo);
            d.stage = Stage.LOOKING;
            d.wakeAt = now;
            d.deadline = now.plus(patience);
            d.note(new Moment(now, 0), 1, "submitted", "attached to " + reference);
        });
    }

    /** The newest record of a job. */
    public Optional<JobRecord> find(JobId id) {
        return journal.find(id).map(Columns::read);
    }

    /** The snapshots of the jobs that match, newest first. */
    public List<JobSnapshot> list(JobFilter filter) {
        return journal.list(filter).stream()
                .map(Columns::read)
                .map(Views::snapshot)
                .toList();
    }

    /** What happened to a job. */
    public Explanation explain(JobId id) {
        return Views.explanation(find(id).orElseThrow(() -> gone(id)));
    }

    /** Wishes the end of a job. */
    public void cancel(JobId id) {
        shell.wish(id, record -> record.end == null ? new Event.CancelWished() : null);
    }

    /** Settles an uncertain attempt by the user's word. */
    public void adopt(JobId id, VendorRef reference) {
        journal.findByReference(reference)
                .filter(holder -> !holder.id().equals(id))
                .filter(holder -> !Columns.read(holder).letsGo(reference.vendorJobId()))
                .ifPresent(holder -> {
                    throw new IllegalArgumentException(reference + " belongs to job " + holder.id()
                            + " already; \"explain\" of that one tells how it came to it");
                });
        shell.wish(id, record -> {
            requireUncertain(record, true);
            if (!record.candidate().provider().equals(reference.provider())) {
                throw new IllegalArgumentException("the attempt to settle is at "
                        + record.candidate().provider() + ", not at " + reference.provider());
            }
            return new Event.Adopted(reference.vendorJobId());
        });
    }

    /** Gives an uncertain attempt up. */
    public void giveUp(JobId id) {
        shell.wish(id, record -> {
            requireUncertain(record, false);
            return new Event.GivenUp();
        });
    }

    /** Has an uncertain attempt sent again. */
    public void sendAgain(JobId id) {
        shell.wish(id, record -> {
            requireUncertain(record, false);
            if (record.isAttached()) {
                throw new IllegalStateException(
                        "job " + id + " was attached by a vendor's reference: there is no request to send again");
            }
            return new Event.SendAgain();
        });
    }

    /** Looks at the vendor's job now, on this thread, if it is one to look at. */
    public JobRecord look(JobId id) {
        if (find(id).orElseThrow(() -> gone(id)).stage == Stage.LOOKING) {
            shell.look(id);
        }
        return find(id).orElseThrow(() -> gone(id));
    }

    /** What a job made, under the links that its vendor names now; empty if it is not there, or nobody can tell. */
    public List<Output> renew(JobId id) {
        return shell.results().renew(id);
    }

    /**
     * Keeps in what a job's file is not what was asked for, each once.
     *
     * @param output which of its outputs, 1 for the first
     */
    public void differ(JobId id, int output, List<Difference> differences) {
        Event.Differed found = new Event.Differed(output, differences);
        shell.wish(id, record -> Differences.areNoted(record, found) ? null : found);
    }

    /** Somebody waits until then: a job that rests because its time was up goes on. */
    public JobRecord resume(JobId id, Instant until) {
        JobRecord record = find(id).orElseThrow(() -> gone(id));
        return Views.isParkedByDeadline(record) ? shell.wish(id, r -> new Event.Resumed(until)) : record;
    }

    /** A webhook that came by the attempt's own address spoke of it. */
    public void heard(JobId id, int attempt, WebhookEvent said) {
        shell.wish(id, record -> Mentions.news(record, attempt, said));
    }

    /** Tells of every record that this process writes; the listener must neither throw nor take long. */
    public void onWritten(Consumer<JobRecord> listener) {
        told.add(listener);
    }

    /** Tells who watches the job of what the journal has now: the record, as {@link #find} shows it. */
    public void refresh(JobId id) {
        tidying.refresh(id);
    }

    private static void requireUncertain(JobRecord record, boolean alsoWhileSending) {
        boolean sending = record.attempt().state == AttemptState.SUBMITTING && record.attempt().vendorJobId == null;
        if (record.end != null || !(record.attempt().canBeSettled() || (alsoWhileSending && sending))) {
            throw new IllegalStateException("job " + record.id + " is " + record.status()
                    + ": only an attempt whose outcome is uncertain can be settled");
        }
    }

    private static IllegalStateException gone(JobId id) {
        return new IllegalStateException("job " + id + " is not in the journal");
    }
}
