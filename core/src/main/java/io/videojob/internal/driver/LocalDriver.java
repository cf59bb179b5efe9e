package io.videojob.internal.driver;

import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.Timing;
import io.videojob.spi.Admission;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobEngine;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps the jobs of a journal in this process: each when its time comes, never twice at once. Now and then it sweeps the
 * journal for jobs that came from elsewhere, such as an earlier process.
 */
public final class LocalDriver implements JobDriver {
    private static final Logger LOG = LoggerFactory.getLogger(LocalDriver.class);
    private static final int SWEEP_LIMIT = 10_000;
    /** Stands among what runs, beside job ids and lines. */
    private static final Object SWEEP = new Object();

    private final Timing timing;
    private final Duration sweepEvery;
    private final Duration patience;
    private final Runnable afterSweep;
    private final Object lock = new Object();
    private final Set<Object> running = new HashSet<>();
    private final Set<Object> again = new HashSet<>();
    private final Map<Object, Timing.Scheduled> timers = new HashMap<>();
    private @Nullable JobEngine engine;
    private boolean closed;

    /**
     * A driver.
     *
     * @param patience how long {@link #close()} waits for exchanges on the wire
     * @param afterSweep what else shall be done at each sweep
     */
    public LocalDriver(Timing timing, Duration sweepEvery, Duration patience, Runnable afterSweep) {
        this.timing = timing;
        this.sweepEvery = sweepEvery;
        this.patience = patience;
        this.afterSweep = afterSweep;
    }

    @Override
    public void start(JobEngine newEngine) {
        synchronized (lock) {
            engine = newEngine;
        }
        timing.workers().execute(this::sweep);
    }

    @Override
    public void wake(JobId id) {
        hand(id, () -> step(id));
    }

    @Override
    public void lineMoved(String provider) {
        hand(new Line(provider), () -> pump(provider));
    }

    /** A provider's line, as a key beside job ids. */
    private record Line(String provider) {}

    /** Has work done on a worker, once at a time for each key; what comes meanwhile is done once more after it. */
    private void hand(Object key, Runnable work) {
        synchronized (lock) {
            if (closed || engine == null) {
                return;
            }
            Timing.Scheduled timer = timers.remove(key);
            if (timer != null) {
                timer.cancel();
            }
            if (!running.add(key)) {
                again.add(key);
                return;
            }
        }
        timing.workers().execute(() -> run(key, work));
    }

    private void run(Object key, Runnable work) {
        try {
            work.run();
        } catch (JournalException e) {
            LOG.error("the journal can't be reached; {} is tried again at the next sweep", key, e);
        } catch (RuntimeException e) {
            LOG.error("{} could not be stepped; it is tried again at the next sweep", key, e);
        } finally {
            boolean more;
            synchronized (lock) {
                running.remove(key);
                more = again.remove(key) && !closed;
                lock.notifyAll();
            }
            if (more) {
                hand(key, work);
            }
        }
    }

    private void step(JobId id) {
        current().flatMap(working -> working.step(id)).ifPresent(at -> at(at, id, () -> wake(id)));
    }

    private void pump(String provider) {
        Optional<JobEngine> working = current();
        while (working.isPresent()) {
            Admission admission = working.get().admit(provider);
            if (admission.job().isEmpty()) {
                admission.askAgainAt().ifPresent(at -> at(at, new Line(provider), () -> lineMoved(provider)));
                return;
            }
            admission.job().map(StoredJob::id).ifPresent(this::wake);
            working = current();
        }
    }

    private void at(Instant time, Object key, Runnable task) {
        Duration delay = Duration.between(timing.now(), time);
        synchronized (lock) {
            if (closed || again.contains(key)) {
                return;
            }
            Timing.Scheduled before = timers.put(key, timing.schedule(delay, task));
            if (before != null) {
                before.cancel();
            }
        }
    }

    private void sweep() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            running.add(SWEEP);
        }
        try {
            current().ifPresent(this::sweep);
        } catch (RuntimeException e) {
            LOG.error("the journal can't be swept; again in {}", sweepEvery, e);
        } finally {
            synchronized (lock) {
                running.remove(SWEEP);
                lock.notifyAll();
                if (!closed) {
                    timing.schedule(sweepEvery, this::sweep);
                }
            }
        }
    }

    private void sweep(JobEngine working) {
        // links die: what has to be saved comes before all else
        working.journal().due(timing.now(), SWEEP_LIMIT).stream()
                .sorted(Comparator.comparing(job -> !job.status().isFinal()))
                .forEach(job -> wake(job.id()));
        working.journal().waitingFor().forEach(this::lineMoved);
        afterSweep.run();
    }

    /** Waits for a sweep, and for the exchanges on the wire, whatever interrupts: one that is cut may have been paid for. */
    @Override
    public void close() {
        long end = timing.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        synchronized (lock) {
            closed = true;
            timers.values().forEach(Timing.Scheduled::cancel);
            timers.clear();
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

    private Optional<JobEngine> current() {
        synchronized (lock) {
            return closed ? Optional.empty() : Optional.ofNullable(engine);
        }
    }
}
