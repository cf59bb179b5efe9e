package io.videojob.internal.engine;

import io.videojob.Timing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Our clock, for libraries that take a {@link Clock}. */
final class TimingClock extends Clock {
    private final Timing timing;

    TimingClock(Timing timing) {
        this.timing = timing;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return timing.now();
    }
}
