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

    Instant plus(Duration delay) {
        return at.plus(delay);
    }

    /** The delay and up to a tenth more. */
    Duration jittered(Duration delay) {
        return delay.plusNanos((long) (delay.toNanos() * 0.1 * dice));
    }
}
