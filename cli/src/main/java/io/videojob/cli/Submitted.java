package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.VideoJob;
import java.time.Duration;
import java.util.List;

/** What there is to say of a job that was to be sent. */
final class Submitted {
    private Submitted() {}

    /** True once it is known whether a vendor has it, or that this is not known. */
    static boolean hasLeft(JobSnapshot job) {
        return job.status() != JobStatus.WAITING && job.status() != JobStatus.SUBMITTING;
    }

    /** A job that a vendor has is a result; every other one is told as what it is, with its id where it goes on. */
    static int report(BaseCommand command, VideoJob job, JobSnapshot now) throws InterruptedException {
        if (now.status() == JobStatus.QUEUED
                || now.status() == JobStatus.RUNNING
                || now.status() == JobStatus.SUCCEEDED) {
            now.vendorRef().ifPresent(reference -> command.streams().say("Taken as " + reference));
            command.result(now.id().toString(), now, List.of());
            return ExitCodes.DONE;
        }
        if (!now.status().isFinal() && !command.common.json) {
            command.streams().print(now.id().toString());
        }
        job.await(Duration.ZERO);
        command.result("", job.snapshot(), List.of()); // it has ended just now
        return ExitCodes.DONE;
    }
}
