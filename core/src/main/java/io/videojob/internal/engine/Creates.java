package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What becomes of a job when a create comes to an end: the design's table of outcomes. */
final class Creates {
    private final Moves moves;
    private final Looks looks;
    private final Searches searches;

    Creates(Moves moves, Looks looks, Searches searches) {
        this.moves = moves;
        this.looks = looks;
        this.searches = searches;
    }

    /** The intent is written: from here on a job may exist. */
    void begun(JobRecord.Draft d, Intent intent) {
        Instant usual = intent.sentAt().plus(d.candidate().times().longestRun().multipliedBy(2));
        boolean users = d.request != null && d.request.deadline().isPresent();
        d.stage = Stage.SENDING;
        d.wakeAt = null;
        if (d.deadline == null || (!users && d.deadline.isBefore(usual))) {
            d.deadline = usual;
        }
        d.change(a -> {
            a.state = AttemptState.SUBMITTING;
            a.sends++;
            a.sentAt = intent.sentAt();
            a.billing = Billing.UNKNOWN;
        });
    }

    void created(JobRecord.Draft d, Moment moment, Event.Created e) {
        int number = e.attempt();
        SubmitOutcome outcome = e.outcome();
        Attempt attempt =
                d.attempts.stream().filter(a -> a.number == number).findFirst().orElse(null);
        d.note(
                moment,
                number,
                "create",
                "create " + e.send() + ": " + outcome,
                Map.of("outcome", outcome.kind().name()));
        if (attempt == null) {
            return;
        }
        boolean late = e.send() != attempt.sends;
        switch (outcome.kind()) {
            case ACCEPTED -> accepted(d, moment, attempt, outcome, late);
            case UNCERTAIN -> {
                if (!late) {
                    uncertain(d, moment, attempt, outcome);
                }
            }
            default -> {
                if (!late) {
                    nothingMade(d, moment, attempt, outcome);
                }
            }
        }
    }

    private void accepted(JobRecord.Draft d, Moment moment, Attempt attempt, SubmitOutcome outcome, boolean late) {
        String id = outcome.vendorJobId().orElseThrow();
        VendorState state = outcome.state().orElseThrow();
        if (!id.equals(attempt.vendorJobId)) {
            if (late) {
                late(d, moment, attempt, id);
            } else {
                named(d, moment, attempt, id);
            }
        }
        if (d.end == null && d.attempt().number == attempt.number && id.equals(d.attempt().vendorJobId)) {
            looks.state(d, moment, state);
        }
    }

    /** What an abandoned send made shows itself: it is taken as long as no other is on its way. */
    void late(JobRecord.Draft d, Moment moment, Attempt attempt, String vendorJobId) {
        if (d.stage == Stage.SENDING) {
            moves.orphan(d, moment, attempt, vendorJobId);
        } else {
            named(d, moment, attempt, vendorJobId);
        }
    }

    /** A vendor's job is proved to belong to an attempt: it is this attempt's from now on, or an orphan. */
    void named(JobRecord.Draft d, Moment moment, Attempt attempt, String vendorJobId) {
        if (attempt.vendorJobId != null || !canStillTake(d, attempt)) {
            moves.orphan(d, moment, attempt, vendorJobId);
            return;
        }
        // Later attempts, if any, were never sent: this one stands in for them.
        d.attempts.removeIf(a -> a.number > attempt.number && !a.isAside());
        d.intent = null;
        adopt(d, moment, vendorJobId);
    }

    private static boolean canStillTake(JobRecord.Draft d, Attempt attempt) {
        if (d.end != null) {
            return false;
        }
        if (isCurrent(d, attempt)) {
            return true;
        }
        boolean nothingSentSince = d.attempts.stream()
                .filter(a -> a.number > attempt.number && !a.isAside())
                .allMatch(a -> a.sends == 0);
        return nothingSentSince && !attempt.isAside();
    }

    /** From now on the attempt is this vendor's job. */
    void adopt(JobRecord.Draft d, Moment moment, String vendorJobId) {
        moves.extendDeadline(d, moment);
        d.change(a -> {
            a.state = AttemptState.ACCEPTED;
            a.vendorJobId = vendorJobId;
            a.phase = VendorState.Phase.QUEUED;
            a.billing = Billing.UNKNOWN;
            a.answer = VendorAnswer.nothing();
        });
        moves.toLooking(d, moment);
    }

    private void uncertain(JobRecord.Draft d, Moment moment, Attempt attempt, SubmitOutcome outcome) {
        if (!isOpenFor(d, attempt) || attempt.vendorJobId != null) {
            return;
        }
        String suspected = outcome.vendorJobId().orElse(null);
        if (d.stage == Stage.PARKED && suspected == null) {
            d.change(a -> a.answer = outcome.answer());
        } else {
            searches.begin(d, moment, outcome.answer(), suspected);
        }
    }

    private void nothingMade(JobRecord.Draft d, Moment moment, Attempt attempt, SubmitOutcome outcome) {
        if (!isOpenFor(d, attempt) || attempt.vendorJobId != null) {
            d.change(attempt.number, a -> a.billing = a.vendorJobId == null ? Billing.NOT_BILLED : a.billing);
            return;
        }
        RefusalReason reason = outcome.reason().orElse(null);
        d.change(a -> {
            a.state = reason == null ? AttemptState.NOT_SENT : AttemptState.REFUSED;
            a.billing = Billing.NOT_BILLED;
            a.answer = outcome.answer();
            a.refusal = reason;
            a.tries += reason == RefusalReason.CONCURRENCY_LIMITED ? 0 : 1;
        });
        if (reason == null || reason == RefusalReason.RATE_LIMITED || reason == RefusalReason.UNAVAILABLE) {
            moves.tryAgain(d, moment, outcome);
        } else if (reason == RefusalReason.CONCURRENCY_LIMITED) {
            waitForRoom(d, moment, outcome);
        } else if (mayHelpElsewhere(reason)) {
            moves.moveOn(d, moment, JobEnd.Kind.REFUSED, outcome.answer().toString());
        } else {
            moves.stay(d, moment, reason + Words.MAY_BE_CONTENT);
            moves.end(
                    d,
                    moment,
                    JobEnd.Kind.REFUSED,
                    Words.ended(d, outcome.answer().toString()),
                    java.util.List.of());
        }
    }

    /** The account is full with others' jobs: no attempt is counted, and the wait is not the retry policy's. */
    private void waitForRoom(JobRecord.Draft d, Moment moment, SubmitOutcome outcome) {
        Duration wait = outcome.retryAfter().orElse(Moves.CONCURRENCY_WAIT);
        Instant at = moment.plus(moment.jittered(wait));
        if (d.cancellation != null || (d.deadline != null && !at.isBefore(d.deadline))) {
            moves.moveOn(d, moment, JobEnd.Kind.REFUSED, outcome.answer().toString());
        } else {
            moves.backOff(
                    d,
                    moment,
                    at,
                    "too many jobs at the vendor at once: again in " + Words.of(wait) + ", no attempt is counted");
        }
    }

    /**
     * A key, an account or a missing model is one provider's own affair. A request that a vendor refuses as such is not
     * taken elsewhere: that can't be told apart from a refusal of its content.
     */
    private static boolean mayHelpElsewhere(RefusalReason reason) {
        return reason == RefusalReason.AUTHENTICATION
                || reason == RefusalReason.OUT_OF_CREDITS
                || reason == RefusalReason.NOT_FOUND;
    }

    private static boolean isCurrent(JobRecord.Draft d, Attempt attempt) {
        return d.attempt().number == attempt.number;
    }

    /** True if the attempt still waits to learn what became of its create. */
    private static boolean isOpenFor(JobRecord.Draft d, Attempt attempt) {
        return d.end == null
                && isCurrent(d, attempt)
                && (attempt.state == AttemptState.SUBMITTING || attempt.state == AttemptState.UNCERTAIN);
    }
}
