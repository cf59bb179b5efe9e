package io.videojob.testkit;

import static java.util.Objects.requireNonNull;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.Timing;
import io.videojob.VendorAnswer;
import io.videojob.catalog.ModelProfile;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A vendor in memory, for tests of programs that use the library: makes jobs, takes its time over them, and breaks what it
 * is told to break. What a program would have been billed for is what it {@link #made}.
 *
 * <pre>{@code
 * ManualTime time = new ManualTime();
 * FakeProvider atelier = new FakeProvider("atelier", time).runsFor(Duration.ofMinutes(3));
 * atelier.refusesNext(RefusalReason.RATE_LIMITED);
 * try (VideoJobs jobs = VideoJobs.builder().provider(atelier).timing(time).build()) {
 *     new MyProgram(jobs).makeTrailer();
 * }
 * assertThat(atelier.made()).isEqualTo(1);
 * }</pre>
 *
 * <p>It has the model {@code NAME:video}, which takes every neutral field; {@link #serving} gives it others. Results are a few
 * bytes that come with the answer, so that saving them needs no network. Thread-safe.
 */
public final class FakeProvider implements VideoProvider {
    private static final String RESULT = "data:video/mp4;base64,AAAAGGZ0eXBpc29tAAAAAGlzb21pc28y";

    private final String name;
    private final Timing timing;
    private final List<ModelProfile> profiles = new ArrayList<>();
    private final List<Submission> creates = new ArrayList<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Queue<Next> nextCreates = new ArrayDeque<>();
    private final Queue<VendorState> nextEnds = new ArrayDeque<>();
    private final Queue<RefusalReason> nextLooks = new ArrayDeque<>();
    private Duration run = Duration.ofMinutes(1);
    private boolean canCancel = true;
    private boolean findsLostJobs = true;
    private int looks;

    private record Job(Submission sent, Instant madeAt, Instant endsAt, VendorState end) {}

    /** What becomes of a create. */
    private interface Next {
        SubmitOutcome of(Submission submission);
    }

    /**
     * A provider whose jobs take a minute each and end well.
     *
     * @param name of the provider and its vendor: lower-case letters, digits and {@code -}
     * @param timing the clock by which jobs take their time; the one that the library is given, too
     */
    public FakeProvider(String name, Timing timing) {
        this.name = requireNonNull(name, "name");
        this.timing = requireNonNull(timing, "timing");
        profiles.add(FakeModels.everything("video", null));
    }

    /**
     * Serves a family, such as {@code kling-o1/image-to-video}, with a model that takes every neutral field. Call it before
     * the library is built.
     */
    public synchronized FakeProvider serving(String family) {
        profiles.add(FakeModels.everything(family.replace('/', '-'), family));
        return this;
    }

    /** Serves a model as its profile says. Call it before the library is built. */
    public synchronized FakeProvider serving(ModelProfile profile) {
        profiles.add(profile);
        return this;
    }

    /** How long the jobs take that are made from now on; a minute unless said. */
    public synchronized FakeProvider runsFor(Duration value) {
        run = value;
        return this;
    }

    /** It has no way to stop a job. */
    public synchronized FakeProvider cannotCancel() {
        canCancel = false;
        return this;
    }

    /** It has no way to look for a job whose answer was lost. */
    public synchronized FakeProvider cannotLookUp() {
        findsLostJobs = false;
        return this;
    }

    /** The next create, or the next after those that were told already, is refused: nothing is made. */
    public synchronized FakeProvider refusesNext(RefusalReason reason) {
        nextCreates.add(submission -> SubmitOutcome.refused(reason, VendorAnswer.ofMessage("told to refuse"), null));
        return this;
    }

    /** The next create can't be sent: nothing is made. */
    public synchronized FakeProvider cannotBeReachedNext() {
        nextCreates.add(submission -> SubmitOutcome.notSent("told to be out of reach"));
        return this;
    }

    /** The next create makes a job, and its answer is lost. */
    public synchronized FakeProvider losesNextAnswer() {
        nextCreates.add(submission -> {
            String unused = make(submission);
            return SubmitOutcome.uncertain(VendorAnswer.ofMessage("told to lose the answer"), null);
        });
        return this;
    }

    /** The next create is lost on its way: nothing is made, and nobody can tell. */
    public synchronized FakeProvider losesNextRequest() {
        nextCreates.add(
                submission -> SubmitOutcome.uncertain(VendorAnswer.ofMessage("told to lose the request"), null));
        return this;
    }

    /** The next job that is made ends with these outputs: links, or data URIs. */
    public synchronized FakeProvider nextJobMakes(String... outputs) {
        nextEnds.add(FakeModels.done(outputs));
        return this;
    }

    /** The next job that is made fails. */
    public synchronized FakeProvider nextJobFails(FailureReason reason, Billing billing) {
        nextEnds.add(VendorState.builder(Phase.FAILED, "failed")
                .failure(reason, VendorAnswer.ofMessage("told to fail"))
                .billing(billing)
                .build());
        return this;
    }

    /** The next look is refused; the job goes on. */
    public synchronized FakeProvider refusesNextLook(RefusalReason reason) {
        nextLooks.add(reason);
        return this;
    }

    /** Every create that was sent, also those that were refused or lost. */
    public synchronized List<Submission> creates() {
        return List.copyOf(creates);
    }

    /** How many jobs were made: what an honest bill counts. */
    public synchronized int made() {
        return jobs.size();
    }

    /** How often somebody looked at a job. */
    public synchronized int looks() {
        return looks;
    }

    @Override
    public String vendor() {
        return name;
    }

    @Override
    public synchronized ProviderTraits traits() {
        return ProviderTraits.builder(profiles)
                .loopback(true)
                .listing(Listing.ALL)
                .build();
    }

    @Override
    public synchronized SubmitOutcome submit(Submission submission) {
        creates.add(submission);
        Next next = nextCreates.poll();
        return next == null
                ? SubmitOutcome.accepted(
                        make(submission),
                        VendorState.builder(Phase.QUEUED, "queued").build())
                : next.of(submission);
    }

    private String make(Submission submission) {
        String id = "fake-" + (jobs.size() + 1);
        VendorState end = nextEnds.poll();
        Instant now = timing.now();
        jobs.put(id, new Job(submission, now, now.plus(run), end == null ? FakeModels.done(RESULT) : end));
        return id;
    }

    @Override
    public synchronized VendorState fetch(String vendorJobId) {
        looks++;
        RefusalReason refused = nextLooks.poll();
        if (refused != null) {
            throw no(refused, "told to refuse a look");
        }
        return stateOf(known(vendorJobId));
    }

    private VendorState stateOf(Job job) {
        return timing.now().isBefore(job.endsAt())
                ? VendorState.builder(Phase.RUNNING, "running").build()
                : job.end();
    }

    /** Finds the job by the tag of its create, at once. */
    @Override
    public synchronized Lookup locate(Submission submission, Predicate<String> claimed) {
        if (!findsLostJobs) {
            return Lookup.canNotTell("told to have no way to look for it");
        }
        return jobs.entrySet().stream()
                .filter(entry -> entry.getValue().sent().sendTag().equals(submission.sendTag()))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(Lookup::found)
                .orElseGet(Lookup::notSeen);
    }

    /** All on one page, the running ones too. */
    @Override
    public synchronized ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        List<ListedJob> rows = new ArrayList<>();
        jobs.forEach((id, job) -> {
            if (!job.madeAt().isBefore(from) && !job.madeAt().isAfter(to)) {
                rows.add(0, FakeModels.row(id, job.sent(), job.madeAt(), stateOf(job)));
            }
        });
        return ListedJobs.of(rows, null);
    }

    @Override
    public synchronized CancelOutcome cancel(String vendorJobId) {
        if (!canCancel) {
            return CancelOutcome.unsupported();
        }
        Job job = known(vendorJobId);
        if (!timing.now().isBefore(job.endsAt())) {
            return CancelOutcome.of(CancelOutcome.Kind.TOO_LATE, VendorAnswer.ofMessage("it has ended"));
        }
        VendorState stopped = VendorState.builder(Phase.CANCELED, "canceled")
                .billing(Billing.NOT_BILLED)
                .build();
        jobs.put(vendorJobId, new Job(job.sent(), job.madeAt(), timing.now(), stopped));
        return CancelOutcome.accepted();
    }

    private Job known(String vendorJobId) {
        @Nullable Job job = jobs.get(vendorJobId);
        if (job == null) {
            throw no(RefusalReason.NOT_FOUND, name + " has no job " + vendorJobId);
        }
        return job;
    }

    private static ProviderException no(RefusalReason reason, String words) {
        return new ProviderException(words, reason, null, VendorAnswer.ofMessage(words));
    }

    /** It holds nothing. */
    @Override
    public void close() {}

    @Override
    public synchronized String toString() {
        return "FakeProvider[" + name + ", " + jobs.size() + " made]";
    }
}
