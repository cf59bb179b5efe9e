package io.videojob.internal.assembly;

import static java.util.Objects.requireNonNull;

import io.videojob.Explanation;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.StillRunningException;
import io.videojob.Subscription;
import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoResult;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Jobs;
import io.videojob.internal.engine.Views;
import io.videojob.internal.engine.Watchers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;

/** A handle on one job of the journal. */
final class Handle implements VideoJob {
    private final JobId id;
    private final Jobs jobs;
    private final Watchers watchers;
    private final Timing timing;
    private final Function<JobRecord, VideoResult> delivery;

    Handle(JobId id, Jobs jobs, Watchers watchers, Timing timing, Function<JobRecord, VideoResult> delivery) {
        this.id = id;
        this.jobs = jobs;
        this.watchers = watchers;
        this.timing = timing;
        this.delivery = delivery;
    }

    @Override
    public JobId id() {
        return id;
    }

    @Override
    public JobSnapshot snapshot() {
        return Views.snapshot(record());
    }

    @Override
    public JobSnapshot refresh() {
        return Views.snapshot(jobs.look(id));
    }

    @Override
    public VideoResult await(Duration atMost) throws InterruptedException {
        Duration patience = Waiting.bounded(requireNonNull(atMost, "atMost"));
        long end = timing.nanoTime() + patience.toNanos();
        Instant until = timing.now().plus(patience);
        JobRecord record = awaitSettled(jobs.resume(id, until), patience);
        while (Views.isParkedByDeadline(record) && Views.isDeadlineOurs(record) && timing.nanoTime() < end) {
            record = awaitSettled(jobs.resume(id, until), Duration.ofNanos(end - timing.nanoTime()));
        }
        return result(record);
    }

    @Override
    public VideoResult awaitOrCancel(Duration atMost) throws InterruptedException {
        try {
            return await(atMost);
        } catch (StillRunningException late) {
            cancel();
            JobSnapshot job = snapshot();
            throw new StillRunningException(
                    "stopped waiting for job " + job
                            + ", and asked for its end; the vendor may refuse, or bill what it did:"
                            + " look again by its id",
                    job);
        }
    }

    private JobRecord awaitSettled(JobRecord record, Duration atMost) throws InterruptedException {
        CompletableFuture<JobRecord> settled = settled(record);
        try {
            return Waiting.on(settled, timing, atMost).orElseThrow(this::stillRunning);
        } catch (CompletionException e) {
            if (e.getCause() instanceof VideoJobException ours) {
                throw ours;
            }
            throw e;
        } finally {
            settled.cancel(false);
        }
    }

    private StillRunningException stillRunning() {
        JobSnapshot job = snapshot();
        return new StillRunningException(
                "stopped waiting for job " + job + "; it goes on: find it again by its id, do not submit it again",
                job);
    }

    @Override
    public CompletableFuture<VideoResult> completion() {
        CompletableFuture<JobRecord> settled = settled(record());
        CompletableFuture<VideoResult> result = settled.thenApply(this::result);
        CompletableFuture<VideoResult> unused = result.whenComplete((value, failure) -> settled.cancel(false));
        return result;
    }

    /** Registers first and looks again after, so that no change is missed in between. */
    private CompletableFuture<JobRecord> settled(JobRecord record) {
        CompletableFuture<JobRecord> settled = watchers.settled(record);
        jobs.refresh(id);
        return settled;
    }

    private VideoResult result(JobRecord record) {
        if (Views.isDelivered(record)) {
            return delivery.apply(record);
        }
        throw Views.failure(record);
    }

    @Override
    public Subscription onChange(Consumer<JobSnapshot> listener) {
        Subscription subscription = watchers.listen(id, requireNonNull(listener, "listener"));
        jobs.refresh(id);
        return subscription;
    }

    @Override
    public void cancel() {
        jobs.cancel(id);
    }

    @Override
    public Explanation explain() {
        return jobs.explain(id);
    }

    @Override
    public void adopt(VendorRef vendorRef) {
        jobs.adopt(id, requireNonNull(vendorRef, "vendorRef"));
    }

    @Override
    public void giveUp() {
        jobs.giveUp(id);
    }

    @Override
    public void sendAgain() {
        jobs.sendAgain(id);
    }

    private JobRecord record() {
        return jobs.find(id)
                .orElseThrow(
                        () -> new io.videojob.JournalException("job " + id + " is not in the journal any more", null));
    }

    @Override
    public String toString() {
        return "VideoJob[" + id + "]";
    }
}
