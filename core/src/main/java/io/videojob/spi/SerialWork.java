package io.videojob.spi;

import io.videojob.JournalException;
import io.videojob.Timing;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has work done on {@link Timing#workers()}, once at a time for each key: what comes for a key while its work is being done
 * is done once more after it. For drivers. Thread-safe.
 */
public final class SerialWork {
    private static final Logger LOG = LoggerFactory.getLogger(SerialWork.class);

    private final Timing timing;
    private final Object lock = new Object();
    private final Set<Object> running = new HashSet<>();
    private final Map<Object, Runnable> again = new HashMap<>();
    private boolean closed;

    /** With nothing to do yet. */
    public SerialWork(Timing timing) {
        this.timing = timing;
    }

    /**
     * Has {@code work} done soon. What it throws is logged.
     *
     * @return false if this is closed
     */
    public boolean hand(Object key, Runnable work) {
        synchronized (lock) {
            if (closed) {
                return false;
            }
            if (!running.add(key)) {
                again.put(key, work);
                return true;
            }
        }
        timing.workers().execute(() -> run(key, work));
        return true;
    }

    /**
     * Does {@code work} on this thread, if nothing is being done for the key.
     *
     * @return what it came to; {@code otherwise} if something else is being done, or this is closed
     */
    public <T> T doNow(Object key, Supplier<T> work, T otherwise) {
        synchronized (lock) {
            if (closed || !running.add(key)) {
                return otherwise;
            }
        }
        try {
            return work.get();
        } finally {
            ended(key);
        }
    }

    /** True if work for the key came in while it is being done: it will be done once more. */
    public boolean isWantedAgain(Object key) {
        synchronized (lock) {
            return again.containsKey(key);
        }
    }

    private void run(Object key, Runnable work) {
        try {
            work.run();
        } catch (JournalException e) {
            LOG.error("the journal can't be reached; {} is tried again at the next sweep", key, e);
        } catch (RuntimeException e) {
            LOG.error("{} could not be done; it is tried again at the next sweep", key, e);
        } finally {
            ended(key);
        }
    }

    private void ended(Object key) {
        Runnable more;
        synchronized (lock) {
            running.remove(key);
            more = again.remove(key);
            lock.notifyAll();
        }
        if (more != null) {
            hand(key, more);
        }
    }

    /** Takes no more, and waits for what is being done, whatever interrupts: an exchange that is cut may have been paid for. */
    public void close(Duration patience) {
        long end = timing.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        synchronized (lock) {
            closed = true;
            for (long left = patience.toNanos(); !running.isEmpty() && left > 0; left = end - timing.nanoTime()) {
                try {
                    timing.waitOn(lock, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
