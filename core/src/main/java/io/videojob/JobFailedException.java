package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * The vendor took the job and it ended badly. Trying again may help after {@link FailureReason#VENDOR_FAULT} and
 * {@link FailureReason#VENDOR_TIMEOUT}, and is a new job with a price of its own; {@link #billing()} tells what this one
 * cost.
 */
public class JobFailedException extends VideoJobException {
    private static final long serialVersionUID = 1;

    private final FailureReason reason;

    /** For the engine. */
    public JobFailedException(
            String message,
            FailureReason reason,
            Billing billing,
            @Nullable VendorAnswer answer,
            @Nullable JobSnapshot job) {
        super(
                message,
                reason == FailureReason.VENDOR_FAULT || reason == FailureReason.VENDOR_TIMEOUT,
                billing,
                job,
                answer,
                null);
        this.reason = reason;
    }

    /** Why. */
    public FailureReason reason() {
        return reason;
    }
}
