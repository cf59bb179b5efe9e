package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * We stopped waiting. The job itself goes on, and {@link #jobId()} and {@link #vendorRef()} say which it is. Wait again
 * with a new handle ({@link VideoJobs#find(JobId)}), never submit again.
 */
public class StillRunningException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For the engine. */
    public StillRunningException(String message, @Nullable JobSnapshot job) {
        super(message, true, Billing.UNKNOWN, job, null, null);
    }
}
