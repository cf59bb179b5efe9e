package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.Timing;
import io.videojob.internal.driver.LocalDriver;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One process of a random run: an engine with its driver, its own clock, and an end that may come at any point. */
final class RunProcess {
    private static final Duration SWEEP = Duration.ofSeconds(30);

    final String name;
    final RunJournal journal;
    final Jobs jobs;
    final List<Wait> waits = new ArrayList<>();
    private final Watchers watchers;
    private final RunWorld world;
    private final Random random;
    /** How far its clock is from the true time. */
    Duration skew = Duration.ZERO;

    private boolean dead;

    RunProcess(RunWorld world, String name, JobJournal journal, Random random) {
        this.world = world;
        this.name = name;
        this.random = random;
        this.journal = new RunJournal(this, journal, world.plant);
        Map<String, VideoProvider> providers = new HashMap<>();
        Map<String, AdmissionLimits> limits = new HashMap<>();
        for (RunVendor vendor : world.vendors) {
            providers.put(vendor.name, new RunWire(world, this, vendor));
            limits.put(vendor.name, world.setting.limits());
        }
        Timing timing = new Clock();
        this.watchers = new Watchers(timing.workers());
        Jobs.Watching watching = new Jobs.Watching(timing, watchers);
        this.jobs = new Jobs(providers, limits, this.journal, world.setting.rules(world.vendors), watching, null);
        jobs.savedBy((job, folder) -> world.results.save(this, job, folder));
        if (world.setting.saving()) {
            jobs.saveTo(RunResults.FOLDER);
        }
    }

    void begin() {
        enter(() -> jobs.drivenBy(
                new LocalDriver(DriverSettings.of(new Clock(), SWEEP, Duration.ofSeconds(70), this::refresh))));
    }

    /** As after each sweep of any process, but in the same order at each run. */
    private void refresh() {
        waits.stream().filter(wait -> !wait.isDone()).forEach(wait -> jobs.refresh(wait.job()));
    }

    /** Somebody in this process waits for a job. */
    void await(JobRecord job) {
        waits.add(new Wait(name, job.id, watchers.settled(job)));
    }

    /** A wait for a job. */
    record Wait(String process, JobId job, CompletableFuture<JobRecord> future) {
        boolean isDone() {
            return future.isDone();
        }

        @Override
        public String toString() {
            return "who waits in " + process + " for job " + job;
        }
    }

    /** Runs work of this process; false if the process ended meanwhile. */
    boolean enter(Runnable work) {
        if (dead) {
            return false;
        }
        try {
            work.run();
            return !dead;
        } catch (Died died) {
            if (died.process != this) {
                throw died;
            }
            return false;
        }
    }

    /** Everything that it does from now on is not done. */
    void die() {
        dead = true;
        world.count("deaths");
    }

    boolean isAlive() {
        return !dead;
    }

    /** A place at which a process may be held up, or end. */
    void point(RunPoint point, @Nullable String job) {
        requireAlive();
        world.interludes.reached(this, point, job);
        requireAlive();
    }

    void requireAlive() {
        if (dead) {
            throw new Died(this);
        }
    }

    void wrote(StoredJob job, boolean written) {
        world.count(written ? "writes" : "writes that came too late");
        if (written) {
            world.writes.wrote(Columns.read(job));
        }
    }

    Instant wallClock() {
        return world.clock.now().plus(skew);
    }

    /** The end of a process, in the middle of whatever it does. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial")
        private final RunProcess process;

        Died(RunProcess process) {
            super(process.name, null, false, false);
            this.process = process;
        }
    }

    /** What the process takes for the time. */
    private final class Clock implements Timing {
        @Override
        public Instant now() {
            return wallClock();
        }

        @Override
        public long nanoTime() {
            return Duration.between(RunClock.START, world.clock.now()).toNanos() + 1;
        }

        @Override
        public Scheduled schedule(Duration delay, Runnable task) {
            AtomicBoolean canceled = world.clock.later(RunProcess.this, delay, task);
            return () -> canceled.set(true);
        }

        @Override
        public Executor workers() {
            return work -> world.clock.soon(RunProcess.this, work);
        }

        @Override
        public RandomGenerator random() {
            return random;
        }

        @Override
        public void waitOn(Object monitor, long nanos) {
            throw new IllegalStateException("nobody may block while time is manual");
        }

        @Override
        public void close() {}
    }
}
