package io.videojob;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered no, and made nothing. Whether trying again helps is {@link #isRetryable()}: it does for limits and
 * for a vendor that is down, it does not for a wrong key, an empty account or a request that the vendor refuses.
 */
public class ProviderException extends VideoJobException {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final @Nullable Duration retryAfter;

    /** For adapters: an exchange that the vendor refused. */
    public ProviderException(String message, RefusalReason reason, @Nullable Duration retryAfter, VendorAnswer answer) {
        this(message, reason, retryAfter, answer, null);
    }

    /** For the engine: the same, as the end of a job. */
    public ProviderException(
            String message,
            RefusalReason reason,
            @Nullable Duration retryAfter,
            VendorAnswer answer,
            @Nullable JobSnapshot job) {
        super(message, retryHelps(reason), Billing.NOT_BILLED, job, requireNonNull(answer, "answer"), null);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Why. */
    public RefusalReason reason() {
        return reason;
    }

    /** How long the vendor asks to wait, if it said so. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    private static boolean retryHelps(RefusalReason reason) {
        return reason == RefusalReason.RATE_LIMITED
                || reason == RefusalReason.CONCURRENCY_LIMITED
                || reason == RefusalReason.UNAVAILABLE;
    }
}
