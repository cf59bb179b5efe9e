package io.videojob.cli;

import io.videojob.Cancellation;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.StillRunningException;
import io.videojob.Subscription;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoResult;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for a job with its progress on standard error. */
final class Watch {
    /** Vendors take a moment to say that a job has ended by their user's wish. */
    private static final Duration CANCEL_PATIENCE = Duration.ofMinutes(1);

    private final Context context;
    private final VideoJobs jobs;
    private final VideoJob job;

    Watch(Context context, VideoJobs jobs, VideoJob job) {
        this.context = context;
        this.jobs = jobs;
        this.job = job;
    }

    /** Tells at once what a wait for another process's create is a wait for. */
    Watch tellingOfOthersCreate() {
        JobSnapshot now = job.snapshot();
        if (Sending.isOfAnother(now, context.began())) {
            Sending.words(now).ifPresent(words -> context.streams().say("Job " + now.id() + ": " + words));
        }
        return this;
    }

    /**
     * Until it has ended; throws what {@link VideoJob#await(Duration)} throws.
     *
     * @param cancel true if its end is asked for when the time is over; then that which becomes of it is waited for, too
     */
    VideoResult toTheEnd(Duration atMost, boolean cancel) throws InterruptedException {
        try (Progress progress = progress()) {
            Subscription changes = job.onChange(progress);
            try {
                return cancel ? job.awaitOrCancel(atMost) : job.await(atMost);
            } catch (StillRunningException late) {
                if (!cancel) {
                    throw late;
                }
            } finally {
                changes.close();
            }
        }
        return afterTheWish();
    }

    /** What came before the wish to cancel is a result all the same: it is paid for. */
    private VideoResult afterTheWish() throws InterruptedException {
        context.streams().say("The time is over: the end of job " + job.id() + " is asked for.");
        JobSnapshot now = until(Watch::hasNoMoreToSay, CANCEL_PATIENCE);
        if (now.status() == JobStatus.SUCCEEDED) {
            now.cancellation().ifPresent(wish -> context.streams().say("Cancel: " + JobText.words(wish)));
        }
        return job.await(Duration.ZERO);
    }

    /** True where waiting for the vendor's word is in vain: it can't cancel, or is not asked while nobody knows the job. */
    private static boolean hasNoMoreToSay(JobSnapshot now) {
        return now.status() == JobStatus.UNCERTAIN
                || now.cancellation()
                        .filter(wish -> wish == Cancellation.UNSUPPORTED)
                        .isPresent();
    }

    /** Until it is as wished, has ended or is parked; gives it as it is then, or when the time is over. */
    JobSnapshot until(Predicate<JobSnapshot> wished, Duration atMost) throws InterruptedException {
        CountDownLatch come = new CountDownLatch(1);
        try (Progress progress = progress()) {
            Subscription changes = job.onChange(now -> {
                progress.accept(now);
                if (now.status().isFinal() || now.isParked() || wished.test(now)) {
                    come.countDown();
                }
            });
            boolean unused = come.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            changes.close();
        }
        return job.snapshot();
    }

    private Progress progress() {
        return Progress.on(context.streams(), context.terminal(), this::usualRun);
    }

    private Optional<Duration> usualRun(JobSnapshot now) {
        return now.attempt()
                .flatMap(attempt -> attempt.model()
                        .map(ModelQuery.all().atProvider(attempt.provider())::named)
                        .flatMap(query -> jobs.models(query).stream().findFirst()))
                .map(ModelInfo::usualRun);
    }
}
