package io.videojob.internal.webhook;

import io.videojob.Timing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hints that were answered and not yet brought to their jobs, a bounded number. Of equal key only the newest waits, and no
 * two are in hand at once. After each its key rests for a moment, so that a flood for one job costs one look a second. What
 * can't be done now, because the journal is away, is done later.
 */
final class HintQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HintQueue.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_WORKERS = 4;

    private final Timing timing;
    private final int most;
    private final Consumer<Hint> work;
    private final Object lock = new Object();
    private final Map<String, Hint> waiting = new LinkedHashMap<>();
    private final Queue<String> ready = new ArrayDeque<>();
    /** Keys in hand, and those that rest. */
    private final Set<String> busy = new HashSet<>();

    private int workers;
    private int inHand;
    private volatile boolean failing;
    private boolean closed;

    /**
     * A queue.
     *
     * @param work does one hint; what it throws has it done again later
     */
    HintQueue(Timing timing, int most, Consumer<Hint> work) {
        this.timing = timing;
        this.most = most;
        this.work = work;
    }

    /** True if it will be done; false if there is no room, or no time any more. */
    boolean offer(Hint hint) {
        synchronized (lock) {
            if (closed || (waiting.size() >= most && !waiting.containsKey(hint.key()))) {
                return false;
            }
            put(hint.key(), hint);
        }
        return true;
    }

    private void put(String key, Hint hint) {
        if (waiting.put(key, hint) == null && !busy.contains(key)) {
            makeReady(key);
        }
    }

    private void makeReady(String key) {
        ready.add(key);
        if (workers < MOST_WORKERS && !closed) {
            workers++;
            timing.workers().execute(this::work);
        }
    }

    private void work() {
        for (Hint hint = next(); hint != null; hint = next()) {
            boolean done = isDone(hint);
            synchronized (lock) {
                inHand--;
                if (!done) {
                    waiting.putIfAbsent(hint.key(), hint);
                }
                lock.notifyAll();
            }
            String key = hint.key();
            timing.schedule(REST, () -> rested(key));
        }
    }

    private @Nullable Hint next() {
        synchronized (lock) {
            String key = closed ? null : ready.poll();
            if (key == null) {
                workers--;
                return null;
            }
            busy.add(key);
            inHand++;
            return waiting.remove(key);
        }
    }

    private void rested(String key) {
        synchronized (lock) {
            busy.remove(key);
            if (waiting.containsKey(key)) {
                makeReady(key);
            }
        }
    }

    private boolean isDone(Hint hint) {
        try {
            work.accept(hint);
            failing = false;
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("what webhooks said can't be brought to the jobs now; it is kept and tried again", e);
            }
            failing = true;
            return false;
        }
    }

    /** Takes nothing more, and does what waits. */
    @Override
    public void close() {
        List<Hint> left;
        synchronized (lock) {
            closed = true;
            awaitInHand();
            left = List.copyOf(waiting.values());
            waiting.clear();
            ready.clear();
        }
        long undone = left.stream().filter(hint -> !isDone(hint)).count();
        if (undone > 0) {
            LOG.warn("{} webhooks are forgotten with this process; their jobs are looked at in their own time", undone);
        }
    }

    private void awaitInHand() {
        long end = timing.nanoTime() + PATIENCE.toNanos();
        boolean interrupted = false;
        for (long left = PATIENCE.toNanos(); inHand > 0 && left > 0; left = end - timing.nanoTime()) {
            try {
                timing.waitOn(lock, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
