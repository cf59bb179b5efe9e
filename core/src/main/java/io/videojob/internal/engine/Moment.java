package io.videojob.internal.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened, and a throw of the dice for whoever needs jitter; both come from outside, so that the engine is a
 * pure function.
 *
 * @param at the time
 * @param dice from 0 to below 1
 */
public record Moment(Instant at, double dice) {
    private static final Duration LONGEST = Duration.ofDays(365);

    Instant plus(Duration delay) {
        return at.plus(delay);
    }

    /** The delay and up to a tenth more. */
    Duration jittered(Duration delay) {
        Duration bounded = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        return bounded.plusNanos((long) (bounded.toNanos() * 0.1 * dice));
    }
}
