package io.videojob.cli;

import io.videojob.AttemptSnapshot;
import io.videojob.JobSnapshot;
import io.videojob.ModelInfo;
import io.videojob.Subscription;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for a job with its progress on standard error. */
final class Watch {
    private final Context context;
    private final List<ModelInfo> models;
    private final VideoJob job;

    Watch(Context context, VideoJobs jobs, VideoJob job) {
        this.context = context;
        this.models = jobs.models();
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

    /** Until it has ended; throws what {@link VideoJob#await(Duration)} throws. */
    VideoResult toTheEnd(Duration atMost) throws InterruptedException {
        try (Progress progress = progress()) {
            Subscription changes = job.onChange(progress);
            try {
                return job.await(atMost);
            } finally {
                changes.close();
            }
        }
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
                .flatMap(attempt -> models.stream()
                        .filter(model -> isOf(attempt, model))
                        .map(ModelInfo::usualRun)
                        .findFirst());
    }

    private static boolean isOf(AttemptSnapshot attempt, ModelInfo model) {
        return model.provider().equals(attempt.provider())
                && attempt.model().filter(model.model()::equals).isPresent();
    }
}
