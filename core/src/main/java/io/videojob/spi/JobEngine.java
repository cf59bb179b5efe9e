package io.videojob.spi;

import io.videojob.JobId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a driver calls: it decides when and where a job is stepped, the engine what a step is. Steps are safe to run twice
 * and at once, in one process or many: the journal's compare-and-set decides.
 */
public interface JobEngine {

    /**
     * Does what the job needs now, exchanges included, until it has to wait.
     *
     * @return when to step it again; empty if it has ended, stands in line, or waits for its user
     */
    Optional<Instant> step(JobId id);

    /**
     * Admits one job from a provider's line, if one fits now.
     *
     * @return the admitted job to step at once, or when to ask again
     */
    Admission admit(String provider);

    /** The journal it works on. */
    JobJournal journal();
}
