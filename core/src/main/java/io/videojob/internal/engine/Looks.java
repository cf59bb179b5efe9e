package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.FailureReason;
import io.videojob.RefusalReason;
import io.videojob.Trouble;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.VendorState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a job when its vendor's state is seen, or could not be seen. */
final class Looks {
    private static final Duration SLOW = Duration.ofSeconds(60);
    private static final int CANCEL_TRIES = 3;

    private final Rules rules;
    private final Moves moves;

    Looks(Rules rules, Moves moves) {
        this.rules = rules;
        this.moves = moves;
    }

    /** A look was answered. Late answers for attempts that don't count any more change nothing. */
    void looked(JobRecord.Draft d, Moment moment, int number, VendorState state) {
        if (d.end == null && d.attempt().number == number && d.attempt().vendorJobId != null) {
            d.change(a -> a.looks++);
            state(d, moment, state);
        }
    }

    /** Takes a state of the current attempt's job over into the record. */
    void state(JobRecord.Draft d, Moment moment, VendorState state) {
        Attempt before = d.attempt();
        if (!state.word().equals(before.word)) {
            d.note(moment, before.number, "look", d.candidate().provider() + " says " + state);
        }
        d.change(a -> {
            a.word = state.word();
            a.phase = state.phase();
            a.failedLooks = 0;
            a.failingSince = null;
            a.cost = state.cost().orElse(a.cost);
        });
        d.trouble = null;
        switch (state.phase()) {
            case QUEUED, RUNNING -> {
                d.stage = Stage.LOOKING;
                d.wakeAt = moment.plus(interval(d, moment));
                if (d.cancellation == Cancellation.REQUESTED && d.attempt().cancelTries == 0) {
                    d.wakeAt = moment.at();
                }
            }
            case SUCCEEDED -> succeeded(d, moment, state);
            case FAILED -> failed(d, moment, state);
            case CANCELED -> {
                d.change(a -> {
                    a.state = AttemptState.CANCELED;
                    a.billing = state.billing().orElse(Billing.UNKNOWN);
                });
                moves.end(
                        d,
                        moment,
                        JobEnd.Kind.CANCELED,
                        "canceled at " + d.candidate().provider(),
                        List.of());
            }
        }
    }

    private void succeeded(JobRecord.Draft d, Moment moment, VendorState state) {
        if (state.outputs().isEmpty()) {
            d.change(a -> {
                a.state = AttemptState.FAILED;
                a.failure = FailureReason.RESULT_LOST;
                a.billing = Billing.BILLED;
            });
            moves.end(
                    d,
                    moment,
                    JobEnd.Kind.FAILED,
                    Words.ended(d, "the job is done, but its answer holds no result"),
                    List.of());
            return;
        }
        d.change(a -> {
            a.state = AttemptState.SUCCEEDED;
            a.billing = state.billing().orElse(Billing.BILLED);
        });
        moves.end(
                d,
                moment,
                JobEnd.Kind.SUCCEEDED,
                "delivered by " + d.candidate().provider(),
                state.outputs());
    }

    private void failed(JobRecord.Draft d, Moment moment, VendorState state) {
        FailureReason reason = state.failure().orElse(FailureReason.OTHER);
        Billing billing = state.billing().orElse(Billing.UNKNOWN);
        d.change(a -> {
            a.state = AttemptState.FAILED;
            a.failure = reason;
            a.answer = state.answer();
            a.billing = billing;
        });
        String why = reason + ", " + state.answer();
        boolean vendorsFault = reason == FailureReason.VENDOR_FAULT || reason == FailureReason.VENDOR_TIMEOUT;
        boolean unpaid = billing == Billing.NOT_BILLED || rules.failover() == Rules.Failover.EVEN_IF_BILLED;
        if (vendorsFault && unpaid && d.cancellation == null && moves.nextCandidate(d, moment, why)) {
            return;
        }
        moves.stay(d, moment, vendorsFault ? "the failed job may have been billed" : reason + Words.MAY_BE_CONTENT);
        moves.end(d, moment, JobEnd.Kind.FAILED, Words.ended(d, why), List.of());
    }

    /** A failed look is not a failed job: it changes what we know, not what was bought. */
    void failedLook(JobRecord.Draft d, Moment moment, int number, Event.Mishap mishap) {
        if (d.end != null || d.attempt().number != number || d.stage != Stage.LOOKING) {
            return;
        }
        Attempt attempt = d.attempt();
        Instant since = attempt.failingSince == null ? moment.at() : attempt.failingSince;
        if (attempt.failedLooks == 0) {
            d.note(moment, number, "look", "a look failed (" + mishap.kind() + "): " + mishap.message());
        }
        d.change(a -> {
            a.looks++;
            a.failedLooks++;
            a.failingSince = since;
        });
        boolean refused = mishap.refusal() != null;
        boolean tooLong = Duration.between(since, moment.at()).compareTo(rules.unreachableAfter()) >= 0;
        if ((refused && isOurs(mishap.refusal())) || tooLong) {
            d.trouble =
                    new Trouble(since, mishap.kind(), mishap.message() + "; the job goes on, looking goes on", false);
        }
        d.wakeAt = moment.plus(moment.jittered(waitAfter(d, moment, mishap)));
    }

    private Duration waitAfter(JobRecord.Draft d, Moment moment, Event.Mishap mishap) {
        if (mishap.retryAfter() != null) {
            return mishap.retryAfter();
        }
        Duration usual = interval(d, moment);
        Duration slow = usual.compareTo(SLOW) > 0 ? usual : SLOW;
        Duration grown = usual.multipliedBy(1L << Math.min(5, Math.max(0, d.attempt().failedLooks - 1)));
        return mishap.refusal() != null || grown.compareTo(slow) > 0 ? slow : grown;
    }

    private static boolean isOurs(@Nullable RefusalReason reason) {
        return reason == RefusalReason.AUTHENTICATION || reason == RefusalReason.NOT_FOUND;
    }

    void cancelAnswered(JobRecord.Draft d, Moment moment, int number, CancelOutcome outcome) {
        if (d.end != null || d.attempt().number != number) {
            return;
        }
        d.note(moment, number, "cancel", d.candidate().provider() + " to the wish to cancel: " + outcome);
        d.change(a -> a.cancelTries++);
        d.cancellation = switch (outcome.kind()) {
            case ACCEPTED, UNKNOWN -> Cancellation.UNKNOWN;
            case TOO_LATE -> Cancellation.TOO_LATE;
            case UNSUPPORTED -> Cancellation.UNSUPPORTED;
        };
        d.wakeAt = moment.at();
    }

    void failedCancel(JobRecord.Draft d, Moment moment, int number, Event.Mishap mishap) {
        if (d.end != null || d.attempt().number != number) {
            return;
        }
        d.change(a -> a.cancelTries++);
        if (d.attempt().cancelTries >= CANCEL_TRIES || isFinal(mishap.refusal())) {
            d.cancellation = Cancellation.UNKNOWN;
            d.wakeAt = moment.at();
        } else {
            d.wakeAt = moment.plus(Duration.ofSeconds(5));
        }
        d.note(moment, number, "cancel", "the wish to cancel was not answered: " + mishap.message());
    }

    /** A limit, or a vendor that is down, passes; any other no stays one. */
    private static boolean isFinal(@Nullable RefusalReason refusal) {
        return refusal != null
                && refusal != RefusalReason.RATE_LIMITED
                && refusal != RefusalReason.CONCURRENCY_LIMITED
                && refusal != RefusalReason.UNAVAILABLE;
    }

    private Duration interval(JobRecord.Draft d, Moment moment) {
        Instant sentAt = d.attempt().sentAt;
        Duration age = sentAt == null ? Duration.ZERO : Duration.between(sentAt, moment.at());
        Candidate candidate = d.candidate();
        return rules.pacer()
                .nextLook(new Pacer.Pace(
                        age,
                        candidate.times().usualRun(),
                        rules.provider(candidate.provider()).minLook(),
                        moment.crowded().contains(candidate.provider())));
    }
}
