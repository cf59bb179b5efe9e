package io.videojob;

import org.jspecify.annotations.Nullable;

/**
 * The journal can't be read or written: a full disk, a missing permission, a database that is away. What had to be written
 * before a request is sent was not written, so it was not sent. Trying again helps once the journal is back.
 */
public class JournalException extends VideoJobException {
    private static final long serialVersionUID = 1;

    /** For journals. */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, true, Billing.NOT_BILLED, null, null, cause);
    }
}
