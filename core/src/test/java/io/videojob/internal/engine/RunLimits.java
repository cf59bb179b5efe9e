package io.videojob.internal.engine;

import io.videojob.spi.Submission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What an account takes, held against what arrives there in a random run. */
final class RunLimits {
    private RunLimits() {}

    /** No more jobs at once than there are slots. */
    static void onArrival(RunWorld world, RunVendor vendor, Submission submission) {
        int slots = world.setting.caps().slots();
        long busy = vendor.made.values().stream()
                .filter(vendor::isRunning)
                .filter(job -> holdsSlot(world, job))
                .count();
        // A process whose clock is ahead of the sender's may have seen the sender's own slot given back.
        boolean hasSlot = submission.sentAt().plus(RunSetting.LONGEST_RUN).isAfter(world.latestClock());
        if (hasSlot && slots > 0 && busy >= slots) {
            world.breaks(
                    "slot: create " + submission.sendTag() + " was sent while " + busy + " jobs run at " + vendor.name);
        }
    }

    /** What nobody can find gives its slot back after the longest run; what a user settled is a matter of the user's. */
    private static boolean holdsSlot(RunWorld world, RunMade job) {
        // As exact as a journal has to keep times.
        Instant until = job.submission.sentAt().plus(RunSetting.LONGEST_RUN).truncatedTo(ChronoUnit.MICROS);
        boolean isGivenUp = world.record(job.job())
                .flatMap(record -> record.attempt(job.attempt()))
                .filter(attempt -> attempt.state == AttemptState.GIVEN_UP)
                .isPresent();
        return until.isAfter(world.latestClock())
                && !isGivenUp
                && !world.wishes.settled.contains(job.job() + "-" + job.attempt());
    }

    /** No more creates in any window than the account takes. */
    static void afterArrival(RunWorld world, RunVendor vendor, Submission submission) {
        int creates = world.setting.caps().creates();
        Instant begin = world.clock.now().minus(RunSetting.WINDOW);
        long arrived = vendor.arrivals.stream().filter(at -> at.isAfter(begin)).count();
        if (creates > 0 && arrived > creates) {
            world.breaks("rate: with create " + submission.sendTag() + " " + arrived + " arrived at " + vendor.name
                    + " within " + RunSetting.WINDOW);
        }
    }
}
