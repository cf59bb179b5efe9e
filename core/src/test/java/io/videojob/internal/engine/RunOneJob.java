package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One job after another, each from its request to its end, over a journal whose statements somebody counts. */
public final class RunOneJob {
    private static final Duration STEP = Duration.ofMillis(100);

    private final Bench bench;
    private final List<JobId> ids = new ArrayList<>();

    /** A process over the journal, which has swept it once, and does it no more. */
    public RunOneJob(JobJournal journal, AdmissionLimits limits) {
        bench = new Bench(journal, "north");
        bench.limits.put("north", limits);
        bench.sweepEvery = Duration.ofDays(1);
        bench.start();
        bench.time.run();
    }

    /** A request comes in and is sent; the vendor takes it. */
    public void create() {
        ids.add(bench.submit());
    }

    /** True if all jobs came to a good end; asks the journal. */
    public boolean isDone() {
        return ids.stream().allMatch(id -> bench.status(id) == JobStatus.SUCCEEDED);
    }

    /** Time passes until the vendor was looked at once more. */
    public void look() {
        FakeVendor north = bench.vendor("north");
        int looks = north.looks;
        while (north.looks == looks) {
            bench.time.advance(STEP);
        }
    }

    /** The next look finds them done. */
    public void end() {
        Duration run = bench.vendor("north").run;
        bench.vendor("north").run = Duration.ZERO;
        look();
        bench.vendor("north").run = run;
    }
}
