package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * An answer that nobody can read: HTML, cut short, of the wrong type, over 8 MiB. It says nothing about the job: the job
 * goes on, and the next look may be readable.
 */
public class ProtocolException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For adapters. */
    public ProtocolException(String message, @Nullable VendorAnswer answer, @Nullable Throwable cause) {
        super(message, true, Billing.UNKNOWN, null, answer, cause);
    }
}
