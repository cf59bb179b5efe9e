package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.report.Bill;
import io.videojob.sandbox.script.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All jobs of a vendor, in the order they were made. */
public final class JobBook {
    private final Pace pace;
    private final Map<String, VendorJob> jobs = new LinkedHashMap<>();
    private final List<VendorJob> unended = new ArrayList<>();
    private volatile Consumer<VendorJob> whenEnded = job -> {};
    private int highWater;

    JobBook(Pace pace) {
        this.pace = pace;
    }

    /** What to do once when a job has ended in success or failure. */
    public void whenEnded(Consumer<VendorJob> action) {
        whenEnded = action;
    }

    /** Puts the job in the book; it ends after so much real time, unless it is held. */
    void start(VendorJob job, List<String> links, Duration run) {
        job.plan(links, job.script().isEndedBeforeAnswer() ? Duration.ZERO : run);
        synchronized (this) {
            jobs.put(job.id(), job);
            unended.add(job);
            highWater = Math.max(highWater, inFlight());
        }
        if (job.script().isEndedBeforeAnswer()) {
            settle(job);
        } else {
            job.endsAt().ifPresent(when -> pace.at(when, () -> settle(job)));
        }
    }

    public synchronized Optional<VendorJob> find(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    synchronized int size() {
        return jobs.size();
    }

    public synchronized List<VendorJob> all() {
        return new ArrayList<>(jobs.values());
    }

    /** Jobs that have not ended. */
    public synchronized int inFlight() {
        Instant now = pace.now();
        unended.removeIf(job -> job.phase(now).ended());
        return unended.size();
    }

    /** The most that were ever in flight together. */
    public synchronized int highWater() {
        return highWater;
    }

    /** What was charged: a job is, once it has ended well. */
    public Bill bill() {
        Instant now = pace.now();
        return sum(job -> job.phase(now) == Phase.SUCCEEDED);
    }

    /** What will be charged if every job that runs ends as it is to end. */
    public Bill expectedBill() {
        return sum(job -> job.ending() == Phase.SUCCEEDED);
    }

    /** Ends the job well, now. Throws {@link IllegalArgumentException} if there is none, or it has ended. */
    public void finish(String id) {
        end(id, Phase.SUCCEEDED, Optional.empty());
    }

    /** Ends the job badly, now. Throws {@link IllegalArgumentException} if there is none, or it has ended. */
    public void fail(String id, Failure why) {
        end(id, Phase.FAILED, Optional.of(why));
    }

    /** Cancels the job if it runs and lets itself be cancelled. A cancelled job tells nobody. */
    public void cancel(VendorJob job) {
        if (!job.script().isCancelIgnored() && job.end(pace.now(), Phase.CANCELED, Optional.empty())) {
            job.settle();
        }
    }

    private void end(String id, Phase how, Optional<Failure> why) {
        VendorJob job = find(id).orElseThrow(() -> new IllegalArgumentException("No job " + id + " was made here"));
        if (!job.end(pace.now(), how, why)) {
            throw new IllegalArgumentException("Job " + id + " has ended already");
        }
        settle(job);
    }

    private void settle(VendorJob job) {
        if (job.settle()) {
            whenEnded.accept(job);
        }
    }

    private synchronized Bill sum(Predicate<VendorJob> billed) {
        return jobs.values().stream()
                .filter(billed)
                .map(job -> new Bill(1, job.price()))
                .reduce(Bill.NOTHING, Bill::plus);
    }
}
