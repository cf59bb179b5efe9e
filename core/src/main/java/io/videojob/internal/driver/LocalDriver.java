package io.videojob.internal.driver;

import io.videojob.JobId;
import io.videojob.Timing;
import io.videojob.spi.Admission;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobEngine;
import io.videojob.spi.SerialWork;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    /** The sweep, as a key beside job ids and lines. */
    private static final Object SWEEP = "the sweep";

    private final Timing timing;
    private final DriverSettings settings;
    private final SerialWork work;
    private final Object lock = new Object();
    private final Map<Object, Timing.Scheduled> timers = new HashMap<>();
    private @Nullable JobEngine engine;
    private boolean closed;

    /** A driver. */
    public LocalDriver(DriverSettings settings) {
        this.settings = settings;
        this.timing = settings.timing();
        this.work = new SerialWork(timing);
    }

    @Override
    public void start(JobEngine newEngine) {
        synchronized (lock) {
            engine = newEngine;
        }
        work.hand(SWEEP, this::sweep);
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

    private void hand(Object key, Runnable what) {
        synchronized (lock) {
            if (closed || engine == null) {
                return;
            }
            Timing.Scheduled timer = timers.remove(key);
            if (timer != null) {
                timer.cancel();
            }
        }
        work.hand(key, what);
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
            if (closed || work.isWantedAgain(key)) {
                return;
            }
            Timing.Scheduled before = timers.put(key, timing.schedule(delay, task));
            if (before != null) {
                before.cancel();
            }
        }
    }

    private void sweep() {
        try {
            current().ifPresent(this::sweep);
        } catch (RuntimeException e) {
            LOG.error("the journal can't be swept; again in {}", settings.sweepEvery(), e);
        } finally {
            synchronized (lock) {
                if (!closed) {
                    timing.schedule(settings.sweepEvery(), () -> work.hand(SWEEP, this::sweep));
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
        settings.afterSweep().run();
    }

    /** Waits for a sweep, and for the exchanges on the wire. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            timers.values().forEach(Timing.Scheduled::cancel);
            timers.clear();
        }
        work.close(settings.patience());
    }

    private Optional<JobEngine> current() {
        synchronized (lock) {
            return closed ? Optional.empty() : Optional.ofNullable(engine);
        }
    }
}
