package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.Output;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.Timing;
import io.videojob.VendorAnswer;
import io.videojob.WebhookRejectedException;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A vendor in memory: makes jobs, bills them, and ends its exchanges as it is told. */
final class FakeVendor implements VideoProvider {
    final List<Submission> creates = new ArrayList<>();
    final Map<String, Job> jobs = new LinkedHashMap<>();
    final Queue<Function<Submission, SubmitOutcome>> nextCreates = new ArrayDeque<>();
    final Queue<Supplier<VendorState>> nextLooks = new ArrayDeque<>();
    final Queue<RuntimeException> nextCancelRefusals = new ArrayDeque<>();
    Function<Submission, Lookup> lookup = submission -> Lookup.canNotTell("no way to look");
    Function<Submission, SubmitOutcome> everyCreate = this::accept;
    CancelOutcome cancelAnswer = CancelOutcome.unsupported();
    Duration run = Duration.ofMinutes(3);
    final Queue<Duration> nextRuns = new ArrayDeque<>();
    int looks;
    int lookUps;
    int cancels;
    int mostAtOnce;
    Runnable whileOnTheWire = () -> {};
    Runnable whileCanceling = () -> {};
    /** Its list names the tag of each create. */
    boolean listsTags;

    int rowsOnAPage = 100;
    int pages;

    @Nullable
    RuntimeException listRefusal;

    Runnable whileListing = () -> {};
    private final List<Instant> ends = new ArrayList<>();
    private final String name;
    private final Timing timing;
    private final ProviderTraits traits;

    FakeVendor(String name, Timing timing, ProviderTraits.Builder traits) {
        this.name = name;
        this.timing = timing;
        this.traits = traits.build();
    }

    FakeVendor(String name, Timing timing) {
        this(name, timing, ProviderTraits.builder(List.of()).listing(Listing.ALL));
    }

    /** One job at the vendor. */
    static final class Job {
        final Submission submission;
        final Instant madeAt;
        final @Nullable Duration run;
        VendorState end;
        boolean billed;

        Job(Submission submission, Instant madeAt, @Nullable Duration run, VendorState end) {
            this.submission = submission;
            this.madeAt = madeAt;
            this.run = run;
            this.end = end;
        }
    }

    @Override
    public String vendor() {
        return name;
    }

    @Override
    public ProviderTraits traits() {
        return traits;
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        creates.add(submission);
        Function<Submission, SubmitOutcome> next = nextCreates.poll();
        SubmitOutcome outcome = (next == null ? everyCreate : next).apply(submission);
        whileOnTheWire.run();
        return outcome;
    }

    SubmitOutcome accept(Submission submission) {
        String id = make(submission);
        return SubmitOutcome.accepted(id, Fakes.queued());
    }

    /** The job that the next create makes ends so. */
    void nextJobEnds(VendorState end) {
        nextCreates.add(submission -> {
            String id = make(submission);
            jobs.get(id).end = end;
            return SubmitOutcome.accepted(id, Fakes.queued());
        });
    }

    /** Does the work and loses the answer. */
    SubmitOutcome lose(Submission submission) {
        make(submission);
        return SubmitOutcome.uncertain(VendorAnswer.ofMessage("the answer was cut"), null);
    }

    String make(Submission submission) {
        String id = name + "/" + (jobs.size() + 1) + ":x";
        Duration own = nextRuns.poll();
        jobs.put(id, new Job(submission, timing.now(), own, delivered(id)));
        ends.removeIf(end -> !end.isAfter(timing.now()));
        ends.add(timing.now().plus(own == null ? run : own));
        mostAtOnce = Math.max(mostAtOnce, ends.size());
        return id;
    }

    static SubmitOutcome refuse(RefusalReason reason) {
        return SubmitOutcome.refused(reason, VendorAnswer.of(400, "no: " + reason), null);
    }

    static SubmitOutcome refuse(RefusalReason reason, Duration retryAfter) {
        return SubmitOutcome.refused(reason, VendorAnswer.of(429, "no: " + reason), retryAfter);
    }

    private static VendorState delivered(String id) {
        return VendorState.builder(VendorState.Phase.SUCCEEDED, "ready")
                .outputs(List.of(Output.of("https://results.example/" + id + ".mp4")))
                .cost(Cost.usd(new BigDecimal("0.56"), Cost.Source.CHARGED))
                .build();
    }

    static VendorState broken(FailureReason reason, Billing billing) {
        return VendorState.builder(VendorState.Phase.FAILED, "broken")
                .failure(reason, VendorAnswer.ofMessage("it broke"))
                .billing(billing)
                .build();
    }

    private boolean isRunning(String id) {
        Job job = jobs.get(id);
        return timing.now().isBefore(job.madeAt.plus(job.run == null ? run : job.run));
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        looks++;
        Supplier<VendorState> next = nextLooks.poll();
        if (next != null) {
            return next.get();
        }
        Job job = jobs.get(vendorJobId);
        if (job == null) {
            throw new ProviderException(
                    name + " knows no job " + vendorJobId, RefusalReason.NOT_FOUND, null, VendorAnswer.nothing());
        }
        if (isRunning(vendorJobId)) {
            return VendorState.builder(VendorState.Phase.RUNNING, "at work").build();
        }
        job.billed = job.end.phase() == VendorState.Phase.SUCCEEDED;
        return job.end;
    }

    /** How many jobs were made: what an honest bill counts. */
    int made() {
        return jobs.size();
    }

    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        lookUps++;
        return lookup.apply(submission);
    }

    @Override
    public ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        pages++;
        if (listRefusal != null && mark != null) {
            throw listRefusal;
        }
        List<Map.Entry<String, Job>> newestFirst = new ArrayList<>(jobs.entrySet());
        Collections.reverse(newestFirst);
        int start = mark == null ? 0 : Integer.parseInt(mark);
        int end = Math.min(start + rowsOnAPage, newestFirst.size());
        List<ListedJob> rows = newestFirst.subList(start, end).stream()
                .filter(job -> !job.getValue().madeAt.isBefore(from))
                .map(job -> row(job.getKey(), job.getValue()))
                .toList();
        whileListing.run();
        return ListedJobs.of(rows, end < newestFirst.size() ? String.valueOf(end) : null);
    }

    private ListedJob row(String id, Job job) {
        boolean running = isRunning(id);
        BigDecimal price = job.end.phase() == VendorState.Phase.SUCCEEDED ? new BigDecimal("0.56") : BigDecimal.ZERO;
        return ListedJob.builder(id)
                .models(List.of(job.submission.model()))
                .createdAt(job.madeAt)
                .word(running ? "at work" : job.end.word(), running ? VendorState.Phase.RUNNING : job.end.phase())
                .cost(running ? null : price)
                .sendTag(listsTags ? job.submission.sendTag() : null)
                .build();
    }

    @Override
    public CancelOutcome cancel(String vendorJobId) {
        cancels++;
        whileCanceling.run();
        RuntimeException refusal = nextCancelRefusals.poll();
        if (refusal != null) {
            throw refusal;
        }
        if (cancelAnswer.kind() == CancelOutcome.Kind.ACCEPTED) {
            Job job = jobs.get(vendorJobId);
            job.end = VendorState.builder(VendorState.Phase.CANCELED, "stopped")
                    .billing(Billing.NOT_BILLED)
                    .build();
            run = Duration.ZERO;
        }
        return cancelAnswer;
    }

    /** What it posts is {@code ID WORD}, and proved by the secret beside it: with a time, or only that it knows the secret. */
    @Override
    public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        String[] said = new String(delivery.body(), StandardCharsets.UTF_8).split(" ", -1);
        if (delivery.header("Seal").filter(keys.secrets()::contains).isPresent()) {
            Instant at =
                    Instant.ofEpochMilli(Long.parseLong(delivery.header("At").orElseThrow()));
            if (Duration.between(at, keys.now()).abs().compareTo(keys.tolerance()) > 0) {
                throw new WebhookRejectedException("too old");
            }
            return WebhookEvent.of(said[0], said[1], true).signedAt(at);
        }
        if (delivery.header("Open").filter(keys.secrets()::contains).isPresent()) {
            return WebhookEvent.of(said[0], said[1], false);
        }
        throw new WebhookRejectedException("not proved");
    }

    @Override
    public void close() {}
}
