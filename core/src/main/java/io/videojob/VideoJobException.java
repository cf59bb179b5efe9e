package io.videojob;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything that this library throws on purpose. The message says what happened and what to do;
 * {@link #isRetryable()} says whether doing the same again may help.
 */
public class VideoJobException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean retryable;
    private final transient @Nullable JobSnapshot job;
    private final transient @Nullable VendorAnswer answer;
    private final Billing billing;

    /**
     * For the library, its adapters and journals.
     *
     * @param job the job as it stood, if there is one
     * @param answer the vendor's words, if it said any
     */
    protected VideoJobException(
            String message,
            boolean retryable,
            Billing billing,
            @Nullable JobSnapshot job,
            @Nullable VendorAnswer answer,
            @Nullable Throwable cause) {
        super(message, cause);
        this.retryable = retryable;
        this.billing = billing;
        this.job = job;
        this.answer = answer;
    }

    /** True if doing the same again may help. Never true where that could cost twice. */
    public boolean isRetryable() {
        return retryable;
    }

    /** Whether the job cost money, as far as is known. */
    public Billing billing() {
        return billing;
    }

    /** Our id of the job; empty if none was made. */
    public Optional<JobId> jobId() {
        return job().map(JobSnapshot::id);
    }

    /** The vendor's job. */
    public Optional<VendorRef> vendorRef() {
        return job().flatMap(JobSnapshot::vendorRef);
    }

    /** The job as it stood. */
    public Optional<JobSnapshot> job() {
        return Optional.ofNullable(job);
    }

    /** The vendor's own words: status, code, message, request id. */
    public Optional<VendorAnswer> answer() {
        return Optional.ofNullable(answer);
    }
}
