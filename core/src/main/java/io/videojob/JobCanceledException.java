package io.videojob;

import org.jspecify.annotations.Nullable;

/** The job was ended by a wish of the user. {@link #billing()} tells what it cost; there is nothing to try again. */
public class JobCanceledException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For the engine. */
    public JobCanceledException(String message, Billing billing, @Nullable JobSnapshot job) {
        super(message, false, billing, job, null, null);
    }
}
