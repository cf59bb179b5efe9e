package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.videojob.AttemptSnapshot;
import io.videojob.JobFilter;
import io.videojob.JobSnapshot;
import io.videojob.Trouble;
import io.videojob.VendorAnswer;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that was told in the course of a test: by jobs, exceptions, attempts and whatever is printed of them. */
final class Told {
    private final List<String> texts = new ArrayList<>();

    /** All of it. */
    List<String> texts() {
        return texts;
    }

    void tell(String text) {
        texts.add(text);
    }

    void tell(VideoJobs jobs, VideoJob job) {
        tell(jobs, job, World.LONG);
    }

    /** All that a job, and the wait for it, say. */
    void tell(VideoJobs jobs, VideoJob job, Duration patience) {
        Throwable end = catchThrowable(() -> job.await(patience));
        if (end != null) {
            tell(end);
        }
        tell(job.snapshot());
        texts.add(job.toString());
        texts.add(job.explain().toString());
        texts.add(job.explain().entries().toString());
        texts.add(jobs.list(JobFilter.all()).toString());
    }

    void tell(Throwable thrown) {
        assertThat(thrown).isNotNull();
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        texts.add(trace.toString());
        if (thrown instanceof VideoJobException ours) {
            ours.answer().ifPresent(this::tell);
            ours.job().ifPresent(this::tell);
        }
    }

    void tell(JobSnapshot job) {
        texts.add(job.toString());
        texts.add(job.outputs().toString());
        job.trouble().map(Trouble::toString).ifPresent(texts::add);
        for (AttemptSnapshot attempt : job.attempts()) {
            texts.add(attempt.toString());
            attempt.error().ifPresent(this::tell);
        }
    }

    void tell(VendorAnswer answer) {
        texts.add(answer.toString());
        Stream.of(answer.message(), answer.details(), answer.code(), answer.requestId())
                .flatMap(Optional::stream)
                .forEach(texts::add);
    }
}
