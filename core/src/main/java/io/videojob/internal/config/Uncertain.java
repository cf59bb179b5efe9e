package io.videojob.internal.config;

/** {@code videojob.uncertain}: what becomes of a create whose answer was lost and that no look-up found. */
public enum Uncertain {
    /** The job is parked until its user settles it. */
    ASK,
    /** It is sent again to the same provider; may cost twice. */
    RETRY,
    /** It is sent to the next provider; may cost twice. */
    FAILOVER
}
