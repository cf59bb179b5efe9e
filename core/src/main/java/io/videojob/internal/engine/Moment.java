package io.videojob.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * When something happened, and what else must come from outside, so that the engine is a pure function.
 *
 * @param at the time
 * @param dice for whoever needs jitter, from 0 to below 1
 * @param crowded providers in whose lines jobs wait for others to end
 */
public record Moment(Instant at, double dice, Set<String> crowded) {
    private static final Duration LONGEST = Duration.ofDays(365);

    Moment(Instant at, double dice) {
        this(at, dice, Set.of());
    }

    Instant plus(Duration delay) {
        return at.plus(delay);
    }

    /** The delay and up to a tenth more. */
    Duration jittered(Duration delay) {
        Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        return bounded.plusNanos((long) (bounded.toNanos() * 0.1 * dice));
    }
}
