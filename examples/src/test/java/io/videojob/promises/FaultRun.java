package io.videojob.promises;

import io.videojob.Cancellation;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.Trouble;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.promises.FaultMatrix.Cell;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.report.JobView;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One cell of the matrix, played: one job, from its submission to its end. {@link FaultCheck} holds it against the page. */
final class FaultRun {
    /** While nothing is sent that could make a job, time may fly. */
    private static final Set<JobStatus> FLYING = EnumSet.of(JobStatus.UNCERTAIN, JobStatus.QUEUED, JobStatus.RUNNING);

    /** Far behind the vendor's last try at a webhook, and before anybody loses patience with the job. */
    private static final Duration NEXT_LOOK = Duration.ofMinutes(20);

    private final Cell cell;
    private final World world;
    private final VendorSandbox first;
    private final Hook hook;
    private final boolean hangs;
    private FaultCheck check;
    private VideoJob job;
    private boolean isAway;
    private boolean wasAway;

    private FaultRun(Cell cell, World world) throws IOException {
        this.cell = cell;
        this.world = world;
        this.first = world.at(cell.first());
        this.hook = world.closing(Hook.start());
        this.hangs = cell.fault().equals(Faults.HANG);
    }

    static Void of(Cell cell) throws Exception {
        World world = new World();
        world.beforeEach(null);
        try {
            FaultRun run = new FaultRun(cell, world);
            run.begin();
            run.untilItEnds();
            run.troubleTheResult();
            run.check.end();
        } finally {
            world.afterEach(null);
        }
        return null;
    }

    private void begin() {
        switch (cell.operation()) {
            case CREATE -> {
                faults(Integer.MAX_VALUE);
                submit();
            }
            case LOOK -> {
                faults(2);
                submit();
            }
            case LOOKUP -> {
                first.on(Operation.CREATE, Fault.hang().afterWork());
                faults(2);
                submit();
                World.until("the job", () -> !first.jobs().isEmpty());
                first.release();
            }
            case CANCEL -> {
                first.nextJob(JobScript.success().hold());
                submit();
                World.until("the job to run", () -> job.snapshot().vendorRef().isPresent());
                faults(Integer.MAX_VALUE);
                job.cancel();
            }
            case RESULT -> {
                world.redirectsMayBeFollowed();
                faults(2);
                submit();
            }
            case WEBHOOK -> {
                faults(Integer.MAX_VALUE);
                submit();
                if (isToldByWebhook()) {
                    check.webhooks();
                    world.time().skip(NEXT_LOOK);
                }
            }
            default -> throw new IllegalArgumentException(cell.toString());
        }
    }

    /** Lets the fault happen to so many requests, or takes the vendor away until as many have gone wrong. */
    private void faults(int times) {
        boolean refused = cell.fault().equals(Faults.REFUSED);
        if (refused && (cell.operation() == Operation.CREATE || cell.operation() == Operation.CANCEL)) {
            goAway();
        } else if (refused && cell.operation() == Operation.WEBHOOK) {
            hook.close(); // it is the vendor that is refused here
        } else if (!refused) {
            boolean late = hangs && cell.operation() == Operation.WEBHOOK;
            Fault fault = late
                    ? Fault.hang(Duration.ofSeconds(30))
                    : Faults.named(cell.fault(), world.time().now());
            first.on(cell.operation(), times == Integer.MAX_VALUE ? fault.always() : fault.times(times));
        }
    }

    private void goAway() {
        isAway = true;
        wasAway = true;
        first.goOffline();
    }

    private void comeBack() {
        isAway = false;
        first.goOnline();
    }

    private void submit() {
        String route = cell.first().key()
                + (cell.alone() ? "" : ", " + cell.first().other().key());
        List<String> lines = new ArrayList<>(List.of("videojob.retry.max-attempts = 2"));
        if (cell.operation() == Operation.WEBHOOK) {
            lines.addAll(List.of(hook.settings()));
        }
        if (isToldByWebhook()) {
            lines.add("videojob.poll.interval = " + NEXT_LOOK.toMinutes() + "m");
        }
        VideoJobs jobs = world.open(world.settings(route, lines.toArray(String[]::new)));
        hook.handTo(jobs);
        boolean leaves = cell.fault().equals(Faults.REFUSED)
                && (cell.operation() == Operation.LOOK || cell.operation() == Operation.LOOKUP);
        if (leaves) {
            first.on(cell.operation(), Fault.hang());
        }
        job = jobs.submit(Requests.raccoon());
        check = new FaultCheck(cell, world, hook, job);
    }

    private boolean isToldByWebhook() {
        return cell.operation() == Operation.WEBHOOK && cell.first() == Vendor.EACHLABS;
    }

    private void untilItEnds() {
        World.until(cell + " to end", () -> {
            JobSnapshot snapshot = job.snapshot();
            if (snapshot.status().isFinal()
                    || snapshot.trouble().filter(Trouble::parked).isPresent()) {
                world.time().speed(20); // a file is loaded nearly in its own time
                return true;
            }
            world.time().speed(FLYING.contains(snapshot.status()) ? 1000 : 60);
            helpOn(snapshot);
            return false;
        });
    }

    /** The vendor that is away, or says nothing, is back in a while. */
    private void troubleTheResult() {
        if (cell.operation() != Operation.RESULT) {
            return;
        }
        if (cell.fault().equals(Faults.REFUSED)) {
            goAway();
            world.time().schedule(Duration.ofSeconds(2), this::comeBack);
        }
        for (int seconds = 5; hangs && seconds < 60; seconds += 5) {
            world.time().schedule(Duration.ofSeconds(seconds), first::release);
        }
    }

    private void helpOn(JobSnapshot snapshot) {
        if (hangs && (cell.operation() != Operation.CREATE || !first.jobs().isEmpty())) {
            first.release();
        }
        if (cell.fault().equals(Faults.REFUSED)) {
            leaveAndReturn(snapshot);
        }
        if (cell.operation() == Operation.CANCEL
                && snapshot.cancellation()
                        .filter(c -> c != Cancellation.REQUESTED)
                        .isPresent()) {
            first.jobs().stream().filter(made -> !made.ended()).map(JobView::id).forEach(first::finish);
        }
    }

    private void leaveAndReturn(JobSnapshot snapshot) {
        switch (cell.operation()) {
            case LOOK, LOOKUP -> {
                if (!wasAway
                        && world.at(cell.first()).requests(cell.operation()).size() == 1) {
                    goAway();
                } else if (isAway && failures() > 0) {
                    comeBack();
                }
            }
            case CANCEL -> {
                if (isAway
                        && snapshot.cancellation()
                                .filter(c -> c != Cancellation.REQUESTED)
                                .isPresent()) {
                    comeBack();
                }
            }
            default -> {
                // away it stays
            }
        }
    }

    private long failures() {
        return job.explain().entries().stream()
                .filter(entry ->
                        entry.text().startsWith("a look failed") || entry.text().startsWith("a look-up failed"))
                .count();
    }
}
