package io.videojob.internal.engine;

import io.videojob.Explanation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What holds for every single write of a random run, whoever wrote it, and between it and the one before. */
final class RunWrites {
    private final RunWorld world;
    private final Map<String, JobRecord> newest = new HashMap<>();

    RunWrites(RunWorld world) {
        this.world = world;
    }

    /** A job was written. */
    void wrote(JobRecord after) {
        JobRecord before = newest.put(after.id.toString(), after);
        intents(after);
        wishes(after);
        if (before != null) {
            sent(before, after);
            ends(before, after);
            after.attempts.stream()
                    .filter(a -> a.state == AttemptState.ORPHAN)
                    .filter(a -> before.attempt(a.number).isEmpty())
                    .forEach(orphan -> late(before, after, String.valueOf(orphan.vendorJobId)));
        }
    }

    /** While a create may be on the wire, it is written who may send it, and until when everybody else waits. */
    private void intents(JobRecord after) {
        if ((after.stage == Stage.SENDING) != (after.intent != null)) {
            world.breaks("intent: job " + after.id + " is " + after.stage + ", and its intent is " + after.intent);
        }
    }

    /** The newest wish counts: a job is canceled if that was wished, and not if it was to be sent again after that. */
    private void wishes(JobRecord after) {
        boolean wished = isWished(after, entry -> true);
        if (wished && after.end == null && after.cancellation == null) {
            world.breaks("wish: job " + after.id + " is to be canceled, and doesn't know it any more");
        }
        if (!wished && after.cancellation != null) {
            world.breaks("wish: job " + after.id + " is to be canceled (" + after.cancellation
                    + "), though nobody wished it since it was last sent again");
        }
    }

    /** True if since it was sent again for the last time, of these times, somebody wished its end. */
    private static boolean isWished(JobRecord record, Predicate<Explanation.Entry> sendsAgain) {
        boolean wished = false;
        for (Explanation.Entry entry : record.history) {
            if (entry.kind().equals("wish")) {
                wished |= entry.text().equals(RunWishes.CANCEL);
                wished &= !(entry.text().startsWith(RunWishes.SEND_AGAIN) && sendsAgain.test(entry));
            }
        }
        return wished;
    }

    /** A vendor is told to stop only what somebody wished to stop. */
    void cancels(String vendorJobId) {
        made(vendorJobId)
                .filter(job -> world.record(job.job())
                        .filter(record -> !isWished(record, entry -> entry.attempt() <= job.attempt()))
                        .flatMap(record -> record.attempt(job.attempt()))
                        .filter(attempt -> vendorJobId.equals(attempt.vendorJobId))
                        .isPresent())
                .ifPresent(job -> world.breaks("wish: " + job + " is stopped, and nobody wished it"));
    }

    /** What was sent, and what the vendor showed of it, stays. */
    private void sent(JobRecord before, JobRecord after) {
        for (Attempt old : before.attempts) {
            Attempt now = after.attempt(old.number).orElse(null);
            if (now == null || now.sends < old.sends) {
                if (old.sends > 0) {
                    world.breaks("lost: attempt " + old.number + " of job " + after.id + ", which was sent, is gone");
                }
            } else if (old.word != null && !Objects.equals(old.vendorJobId, now.vendorJobId)) {
                world.breaks("lost: job " + after.id + " had seen " + old.vendorJobId + " and let go of it");
            }
        }
    }

    private void ends(JobRecord before, JobRecord after) {
        if (before.end != null && (after.end == null || after.end.kind() != before.end.kind())) {
            world.breaks("end: job " + after.id + " had ended " + before.end.kind() + ", and is " + after.stage);
        }
    }

    /** The id of an attempt that was abandoned is the job's, if nothing was sent since; else it is an orphan. */
    private void late(JobRecord before, JobRecord after, String vendorJobId) {
        world.count("late ids");
        RunMade made = made(vendorJobId)
                .filter(job -> job.job().equals(after.id.toString()))
                .orElse(null);
        if (made == null) {
            return;
        }
        Optional<Attempt> of = before.attempt(made.attempt());
        boolean wanted = before.end == null
                && of.filter(a -> a.vendorJobId == null && a.sends == made.send() && !a.isAside())
                        .isPresent();
        List<Attempt> later = before.attempts.stream()
                .filter(a -> a.number > made.attempt() && !a.isAside())
                .toList();
        if (wanted && later.stream().allMatch(a -> a.sends == 0)) {
            world.breaks("late: " + made + " came while its job was open, and nothing else was sent; it was not taken");
        }
    }

    private Optional<RunMade> made(String vendorJobId) {
        return world.made().stream().filter(job -> job.id.equals(vendorJobId)).findFirst();
    }
}
