package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * Nothing came back, and nothing was made: the address could not be found or reached, or a look broke off. Nothing is
 * billed by it. Trying again helps once the network or the vendor is back.
 */
public class TransportException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For adapters. */
    public TransportException(String message, @Nullable Throwable cause) {
        this(message, cause, null);
    }

    /** For the engine: the end of a job that never could be sent. */
    public TransportException(String message, @Nullable Throwable cause, @Nullable JobSnapshot job) {
        super(message, true, Billing.NOT_BILLED, job, null, cause);
    }
}
