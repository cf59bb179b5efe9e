package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.schema.Model;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.JobScript;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One job at a vendor. How it stands follows from the time; only how it ends can be changed from outside. */
public final class VendorJob {
    /** A tenth of the run is spent in the vendor's queue. */
    private static final int QUEUE_SHARE = 10;

    private final String id;
    private final Model model;
    private final ReceivedRequest create;
    private final Map<String, @Nullable Object> input;
    private final JobScript script;
    private final Instant createdAt;
    private final CountDownLatch settled = new CountDownLatch(1);
    private List<String> links = List.of();
    private Duration planned = Duration.ZERO;
    private @Nullable Instant endsAt;
    private Phase ending;
    private Optional<Failure> failure;

    public VendorJob(
            String id,
            Model model,
            ReceivedRequest create,
            Map<String, @Nullable Object> input,
            JobScript script,
            Instant createdAt) {
        this.id = id;
        this.model = model;
        this.create = create;
        this.input = input;
        this.script = script;
        this.createdAt = createdAt;
        this.failure = script.failure();
        this.ending = failure.isPresent() ? Phase.FAILED : Phase.SUCCEEDED;
    }

    /** Says where the results will be and, unless the job is held, when it ends. */
    synchronized void plan(List<String> resultLinks, Duration run) {
        links = resultLinks;
        planned = run;
        endsAt = script.isHeld() ? null : createdAt.plus(run);
    }

    /** Ends the job now. False if it had ended. */
    synchronized boolean end(Instant now, Phase how, Optional<Failure> why) {
        if (phase(now).ended()) {
            return false;
        }
        endsAt = now;
        ending = how;
        failure = why;
        return true;
    }

    public synchronized Phase phase(Instant now) {
        if (endsAt != null && !now.isBefore(endsAt)) {
            return ending;
        }
        Duration age = Duration.between(createdAt, now);
        return age.multipliedBy(QUEUE_SHARE).compareTo(planned) < 0 ? Phase.QUEUED : Phase.RUNNING;
    }

    /** The vendor's word for how the job stands, or the one it was told to say. */
    public synchronized String word(Instant now, Map<Phase, String> vendorWords) {
        Phase phase = phase(now);
        List<String> words = script.words();
        if (phase.ended()) {
            String usual = vendorWords.getOrDefault(phase, "");
            return phase == Phase.CANCELED ? usual : script.endWord().orElse(usual);
        }
        if (words.isEmpty()) {
            return vendorWords.getOrDefault(phase, "");
        }
        long age = Duration.between(createdAt, now).toMillis();
        long index = planned.isZero() ? words.size() : age * words.size() / planned.toMillis();
        return words.get((int) Math.min(words.size() - 1, index));
    }

    /** Empty while the job runs. */
    public synchronized Optional<Instant> endedAt(Instant now) {
        return phase(now).ended() ? Optional.ofNullable(endsAt) : Optional.empty();
    }

    /** When it will end, as things stand; empty if it is held. */
    synchronized Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    /** How the job ends or ended, also while it still runs. */
    public synchronized Phase ending() {
        return ending;
    }

    public synchronized Optional<Failure> failure() {
        return failure;
    }

    public synchronized List<String> links() {
        return links;
    }

    /** True the first time: whatever follows from the end happens once. */
    synchronized boolean settle() {
        boolean first = settled.getCount() > 0;
        settled.countDown();
        return first;
    }

    public void awaitEnd() throws InterruptedException {
        settled.await();
    }

    public String id() {
        return id;
    }

    public Model model() {
        return model;
    }

    public ReceivedRequest create() {
        return create;
    }

    public Map<String, @Nullable Object> input() {
        return input;
    }

    public JobScript script() {
        return script;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public BigDecimal price() {
        return model.price(input);
    }
}
