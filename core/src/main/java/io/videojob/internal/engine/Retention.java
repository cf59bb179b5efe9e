package io.videojob.internal.engine;

import io.videojob.Timing;
import io.videojob.spi.JobJournal;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets jobs that have been over for long: some at a time, and only now and then. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** Few enough that nobody waits long for the journal meanwhile. */
    static final int AT_ONCE = 500;

    static final Duration PAUSE = Duration.ofMinutes(10);

    private final JobJournal journal;
    private final Timing timing;
    private final Duration span;
    private Instant next = Instant.MIN;

    /**
     * @param span for how long an ended job is kept; no shorter than spent money counts
     */
    Retention(JobJournal journal, Timing timing, Duration span) {
        this.journal = journal;
        this.timing = timing;
        this.span = span;
    }

    /** Forgets some, if it is time. While there are more, it is time at each call; then after a pause. */
    void prune() {
        Instant now = timing.now();
        if (now.isBefore(next)) {
            return;
        }
        int pruned = journal.prune(now.minus(span), AT_ONCE);
        next = pruned < AT_ONCE ? now.plus(PAUSE) : now;
        if (pruned > 0) {
            LOG.debug("{} jobs that ended more than {} ago are forgotten", pruned, span);
        }
    }
}
