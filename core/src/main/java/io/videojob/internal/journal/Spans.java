package io.videojob.internal.journal;

import java.time.Duration;
import java.time.Instant;

/** Adds spans to times, and stops at the ends of time instead of throwing: a period may mean "for ever". */
final class Spans {
    private Spans() {}

    static Instant after(Instant time, Duration span) {
        return span.compareTo(Duration.between(time, Instant.MAX)) < 0 ? time.plus(span) : Instant.MAX;
    }

    static Instant before(Instant time, Duration span) {
        return span.compareTo(Duration.between(Instant.MIN, time)) < 0 ? time.minus(span) : Instant.MIN;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
