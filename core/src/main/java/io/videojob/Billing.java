package io.videojob;

/** Whether an attempt costs money. A cost that a vendor reports when it accepts a job is a hold, not a bill. */
public enum Billing {
    /** The vendor's documents say that this attempt is free. */
    NOT_BILLED,
    /** Paid for. */
    BILLED,
    /** It may have been billed; nobody here knows. */
    UNKNOWN
}
