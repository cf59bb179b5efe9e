package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * The {@link VideoJobs} that watched the job was closed. The job is as it was: with a durable journal, find it with the
 * next one; else attach to its {@link #vendorRef()}.
 */
public class JobDetachedException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For the engine. */
    public JobDetachedException(String message, @Nullable JobSnapshot job) {
        super(message, true, Billing.UNKNOWN, job, null, null);
    }
}
