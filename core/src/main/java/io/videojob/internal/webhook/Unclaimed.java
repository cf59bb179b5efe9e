package io.videojob.internal.webhook;

import io.videojob.Timing;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Views;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Hints whose job nobody knows yet: kept for a while, and brought forward the moment this process writes a record with that
 * id. What another process writes is found by asking the journal again, ever less often. A bounded number; the oldest are
 * forgotten first.
 */
final class Unclaimed {
    static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int MOST = 10_000;
    private static final int AT_ONCE = 500;

    private final Timing timing;
    private final Predicate<Hint> queue;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private boolean scheduled;
    private volatile boolean empty = true;

    private record Kept(Hint hint, Instant again) {}

    /** Brings them forward to the queue, which may be full. */
    Unclaimed(Timing timing, Predicate<Hint> queue) {
        this.timing = timing;
        this.queue = queue;
    }

    /** Keeps one, unless its time is over. */
    void keep(Hint unknown) {
        Hint hint = unknown.unknownOnceMore();
        if (!timing.now().isBefore(hint.until())) {
            return;
        }
        synchronized (kept) {
            kept.put(hint.unknown(), new Kept(hint, again(hint)));
            if (kept.size() > MOST) {
                Iterator<String> oldest = kept.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            empty = false;
            plan();
        }
    }

    private Instant again(Hint hint) {
        return timing.now().plus(FIRST.multipliedBy(1L << Math.min(hint.looks() - 1, 6)));
    }

    private void plan() {
        if (!scheduled && !kept.isEmpty()) {
            scheduled = true;
            timing.schedule(FIRST, this::askAgain);
        }
    }

    /** The record has these ids now. */
    void written(JobRecord record) {
        if (empty) {
            return;
        }
        List<Hint> known = new ArrayList<>();
        synchronized (kept) {
            Stream.concat(
                            Stream.of(record.id().toString()),
                            Views.references(record).stream().map(Object::toString))
                    .map(kept::remove)
                    .filter(found -> found != null)
                    .forEach(found -> known.add(found.hint()));
            empty = kept.isEmpty();
        }
        bringForward(known);
    }

    private void askAgain() {
        Instant now = timing.now();
        Map<String, Hint> due = new HashMap<>();
        synchronized (kept) {
            scheduled = false;
            kept.values().removeIf(one -> !now.isBefore(one.hint().until()));
            kept.entrySet().stream()
                    .filter(one -> !now.isBefore(one.getValue().again()))
                    .limit(AT_ONCE)
                    .forEach(one -> due.put(one.getKey(), one.getValue().hint()));
            kept.keySet().removeAll(due.keySet());
            empty = kept.isEmpty();
            plan();
        }
        bringForward(List.copyOf(due.values()));
    }

    private void bringForward(List<Hint> hints) {
        hints.stream().filter(hint -> !queue.test(hint)).forEach(this::keep);
    }
}
