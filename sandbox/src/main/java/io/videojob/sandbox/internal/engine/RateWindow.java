package io.videojob.sandbox.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** At most so many in any stretch of 60 s of the vendor's time: exact, not counted by the minute. */
public final class RateWindow {
    private static final Duration LENGTH = Duration.ofSeconds(60);

    private final Pace pace;
    private final int limit;
    private final Deque<Instant> passed = new ArrayDeque<>();

    /** A limit of 0 lets everything through. */
    public RateWindow(Pace pace, int limit) {
        this.pace = pace;
        this.limit = limit;
    }

    /** True if there is room; it is taken. */
    public synchronized boolean enter() {
        if (!hasRoom()) {
            return false;
        }
        passed.add(pace.now());
        return true;
    }

    synchronized boolean hasRoom() {
        Instant start = pace.now().minus(pace.real(LENGTH));
        while (!passed.isEmpty() && !passed.getFirst().isAfter(start)) {
            passed.removeFirst();
        }
        return limit == 0 || passed.size() < limit;
    }
}
