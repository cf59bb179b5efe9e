package io.videojob.internal.engine;

import io.videojob.VendorRef;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates of a random run on their way to the vendors, and the answers on their way back. */
final class RunTraffic {
    private static final Duration MOST_ON_THE_WAY = Duration.ofSeconds(20);

    final List<Answer> answers = new ArrayList<>();
    private final RunWorld world;
    private @Nullable Duration leftOnTheWay;

    RunTraffic(RunWorld world) {
        this.world = world;
    }

    /** An id that a process was told. */
    record Answer(RunProcess process, VendorRef reference) {}

    /** As much of a time as may pass now. */
    Duration atMost(Duration time) {
        Duration left = leftOnTheWay;
        if (left == null) {
            return time;
        }
        Duration passes = time.compareTo(left) > 0 ? left : time;
        leftOnTheWay = left.minus(passes);
        return passes;
    }

    /** A create on its way is given up by its sender before long: it can't arrive much later, whatever happens meanwhile. */
    void onItsWay(Runnable travels) {
        Duration before = leftOnTheWay;
        leftOnTheWay = before == null ? MOST_ON_THE_WAY : before;
        try {
            travels.run();
        } finally {
            leftOnTheWay = before;
        }
    }

    boolean awaitsLateAnswers() {
        return world.vendors.stream().anyMatch(vendor -> !vendor.lateAnswers.isEmpty());
    }

    SubmitOutcome arrived(RunProcess process, RunVendor vendor, Submission submission) {
        RunPromises.onArrival(world, vendor, submission);
        RunLimits.onArrival(world, vendor, submission);
        int before = vendor.made.size();
        try {
            SubmitOutcome outcome = vendor.submit(submission);
            RunLimits.afterArrival(world, vendor, submission);
            world.tell(() -> process.name + " sends " + submission.sendTag() + " to " + vendor.name + ": " + outcome);
            return outcome;
        } finally {
            vendor.made.values().stream()
                    .skip(before)
                    .forEach(job -> world.tell(() ->
                            vendor.name + " makes " + job + " until " + Duration.between(RunClock.START, job.endsAt)));
        }
    }

    /** The answer is there, and it takes long until its process gets to see it. */
    void comesLate(RunProcess process, RunVendor vendor, Submission submission) {
        Duration late = vendor.lateAnswers.poll();
        if (late != null && world.clock.rest(late)) {
            world.count("late answers");
            world.tell(() -> process.name + " sees now what " + submission.sendTag() + " came to " + late + " ago");
        }
    }

    void answered(RunProcess process, RunVendor vendor, SubmitOutcome outcome) {
        if (outcome.kind() == SubmitOutcome.Kind.ACCEPTED) {
            outcome.vendorJobId()
                    .filter(id -> !id.isBlank())
                    .ifPresent(id -> answers.add(new Answer(process, VendorRef.of(vendor.name, id))));
        }
    }
}
