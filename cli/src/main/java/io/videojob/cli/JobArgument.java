package io.videojob.cli;

import io.videojob.Inspection;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** A job by its id, or by the vendor's reference. */
final class JobArgument {
    @Parameters(
            paramLabel = "JOB",
            description = "The job's id, or the vendor's reference: PROVIDER:ID, such as eachlabs:3f2a….")
    String job = "";

    /** The job to work on. A vendor's job that the journal doesn't know is attached to. */
    VideoJob in(VideoJobs jobs) {
        if (isReference()) {
            return jobs.attach(reference(job));
        }
        return jobs.find(id()).orElseThrow(this::unknown);
    }

    /** The job as the journal has it. */
    Optional<JobSnapshot> in(Inspection journal) {
        return isReference() ? journal.find(reference(job)) : journal.find(id());
    }

    /** True if it names a vendor's job. */
    boolean isReference() {
        return job.indexOf(':') >= 0;
    }

    UsageException unknown() {
        return new UsageException(
                "there is no job " + job + " in the journal; \"videojob list\" shows those that there are"
                        + (isReference() ? "" : ". A vendor's own job is named PROVIDER:ID"));
    }

    private JobId id() {
        try {
            return JobId.parse(job);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** A vendor's reference as it was typed. */
    static VendorRef reference(String text) {
        try {
            return VendorRef.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
