package io.videojob.spi;

import io.videojob.JobId;

/** Decides when, and on which machine, jobs are stepped. */
public interface JobDriver extends AutoCloseable {

    /** Begins to step what the journal has open. */
    void start(JobEngine engine);

    /** The job has something to do now: it was made, changed, or a webhook spoke of it. */
    void wake(JobId id);

    /** Somebody may fit into a provider's line: a job came, or a slot became free. */
    void lineMoved(String provider);

    /** Stops stepping and waits for exchanges on the wire. */
    @Override
    void close();
}
