package io.videojob;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result is there and paid for, but it was not saved: the link is dead, the disk is full, the download broke off. Save
 * again; what was loaded so far is kept beside the target and not loaded twice.
 */
public class DeliveryException extends VideoJobException {
    private static final long serialVersionUID = 1;

    private final @Nullable Instant expiresAt;

    /** With the time until which the link lives, if it tells. */
    public DeliveryException(
            String message, @Nullable Instant expiresAt, @Nullable JobSnapshot job, @Nullable Throwable cause) {
        super(message, true, Billing.BILLED, job, null, cause);
        this.expiresAt = expiresAt;
    }

    /** Until when the link lives, if it tells. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }
}
