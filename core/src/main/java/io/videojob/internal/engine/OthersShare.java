package io.videojob.internal.engine;

import io.videojob.Timing;
import java.time.Duration;
import java.time.Instant;

/**
 * How many of an account's slots its other users seem to fill. Nobody tells us, so each 429 for too many jobs at once counts
 * one, and each create that passes, and each half minute without such a 429, counts one back.
 */
final class OthersShare {
    private static final Duration ONE_BACK = Moves.CONCURRENCY_WAIT;

    private final int most;
    private final Timing timing;
    private int slots;
    private Instant since;

    /** At first nothing is known of others; one slot is always left to us. */
    OthersShare(int maxInFlight, Timing timing) {
        this.most = Math.max(0, maxInFlight - 1);
        this.timing = timing;
        this.since = timing.now();
    }

    synchronized int slots() {
        long back = Duration.between(since, timing.now()).dividedBy(ONE_BACK);
        if (back > 0) {
            slots = (int) Math.max(0, slots - back);
            since = since.plus(ONE_BACK.multipliedBy(back));
        }
        return slots;
    }

    synchronized void refused() {
        slots = Math.min(most, slots() + 1);
        since = timing.now();
    }

    synchronized void accepted() {
        slots = Math.max(0, slots() - 1);
    }
}
