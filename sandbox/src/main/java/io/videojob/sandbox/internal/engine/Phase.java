package io.videojob.sandbox.internal.engine;

/** Where a job is, whatever its vendor calls it. */
public enum Phase {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED;

    public boolean ended() {
        return compareTo(SUCCEEDED) >= 0;
    }
}
