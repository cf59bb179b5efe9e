package io.videojob.cluster;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps the jobs of a journal on many machines. What is to be done now is done where it came up: a submit, a webhook, a wish.
 * What is to be done later stands in the timetable that all share, so any machine does it. A job may be stepped twice at
 * once all the same: the journal's compare-and-set, intent and owner decide what may be sent.
 *
 * <p>The clocks of the machines must agree within a second or so: times in the journal are compared between them.
 */
final class ClusterDriver implements JobDriver {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterDriver.class);
    /** What woke a job here and now is being done; only after so many sweeps it counts as overlooked. */
    private static final int GRACE = 2;
    /** So often between two sweeps a change that another machine made is looked for, by those who wait for it. */
    private static final int NEWS = 5;

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String HERE = "what all machines do for themselves";

    private final Timetable timetable;
    private final Overlooked overlooked;
    private final DriverSettings settings;
    private final SerialWork work;
    private final Map<String, Timing.Scheduled> lines = new ConcurrentHashMap<>();
    private volatile @Nullable JobEngine engine;
    private volatile boolean closed;

    ClusterDriver(Timetable timetable, Overlooked overlooked, DriverSettings settings) {
        this.timetable = timetable;
        this.overlooked = overlooked;
        this.settings = settings;
        this.work = new SerialWork(settings.timing());
    }

    @Override
    public void start(JobEngine newEngine) {
        engine = newEngine;
        timetable.start(this::isDue, this::sweep);
        work.hand(HERE, this::lookForNews);
    }

    @Override
    public void wake(JobId id) {
        work.hand(id, () -> step(id).ifPresent(at -> timetable.set(id, at)));
    }

    @Override
    public void lineMoved(String provider) {
        work.hand(new Line(provider), () -> pump(provider));
    }

    /** A provider's line, as a key beside job ids. */
    private record Line(String provider) {}

    /** Steps it on this thread; if it is being stepped here anyway, a little later. */
    private Optional<Instant> isDue(JobId id) {
        return work.doNow(
                id, () -> step(id), Optional.of(settings.timing().now().plus(SOON)));
    }

    private Optional<Instant> step(JobId id) {
        JobEngine working = current();
        return working == null ? Optional.of(settings.timing().now()) : working.step(id);
    }

    /** Every machine waits by itself until somebody may fit: that costs nothing, and a line moves on if a machine dies. */
    private void pump(String provider) {
        JobEngine working = current();
        while (working != null) {
            Admission admission = working.admit(provider);
            if (admission.job().isEmpty()) {
                admission.askAgainAt().ifPresent(at -> lineMovesAt(provider, at));
                return;
            }
            admission.job().map(StoredJob::id).ifPresent(this::wake);
            working = current();
        }
    }

    private void lineMovesAt(String provider, Instant at) {
        Duration delay = Duration.between(settings.timing().now(), at);
        Timing.Scheduled before = lines.put(provider, settings.timing().schedule(delay, () -> lineMoved(provider)));
        if (before != null) {
            before.cancel();
        }
    }

    /** On one machine at a time. */
    private void sweep() {
        JobEngine working = current();
        if (working == null) {
            return;
        }
        Instant now = settings.timing().now();
        overlooked.enter(now.minus(settings.sweepEvery().multipliedBy(GRACE)), now);
        working.journal().waitingFor().forEach(this::lineMoved);
    }

    private void lookForNews() {
        try {
            settings.afterSweep().run();
        } catch (RuntimeException e) {
            LOG.error("the journal can't be searched for news of other machines; again in {}", news(), e);
        } finally {
            if (!closed) {
                settings.timing().schedule(news(), () -> work.hand(HERE, this::lookForNews));
            }
        }
    }

    private Duration news() {
        return settings.sweepEvery().dividedBy(NEWS);
    }

    @Override
    public void close() {
        closed = true;
        lines.values().forEach(Timing.Scheduled::cancel);
        timetable.close();
        work.close(settings.patience());
    }

    private @Nullable JobEngine current() {
        return closed ? null : engine;
    }
}
