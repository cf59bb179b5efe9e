package io.videojob.spi;

import static java.util.Objects.requireNonNull;

import io.videojob.Timing;
import java.time.Duration;

/** What a driver is made with. Immutable. */
public final class DriverSettings {
    private final Timing timing;
    private final Duration sweepEvery;
    private final Duration patience;
    private final Runnable afterSweep;

    private DriverSettings(Timing timing, Duration sweepEvery, Duration patience, Runnable afterSweep) {
        this.timing = requireNonNull(timing, "timing");
        this.sweepEvery = requireNonNull(sweepEvery, "sweepEvery");
        this.patience = requireNonNull(patience, "patience");
        this.afterSweep = requireNonNull(afterSweep, "afterSweep");
    }

    /** Settings. */
    public static DriverSettings of(Timing timing, Duration sweepEvery, Duration patience, Runnable afterSweep) {
        return new DriverSettings(timing, sweepEvery, patience, afterSweep);
    }

    /** The clock, the timer and the workers. */
    public Timing timing() {
        return timing;
    }

    /** How often the journal is searched for work that nobody was woken for. */
    public Duration sweepEvery() {
        return sweepEvery;
    }

    /** How long {@link JobDriver#close()} waits for exchanges on the wire. */
    public Duration patience() {
        return patience;
    }

    /** What else shall be done at each sweep, on every machine. */
    public Runnable afterSweep() {
        return afterSweep;
    }
}
