package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.Output;
import io.videojob.Trouble;
import io.videojob.spi.SubmitOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps from one stage to another that several events share. */
final class Moves {
    static final String DEADLINE = "deadline";
    static final Duration CONCURRENCY_WAIT = Duration.ofSeconds(30);

    private final Rules rules;

    Moves(Rules rules) {
        this.rules = rules;
    }

    /** Into the current candidate's line. */
    void toLine(JobRecord.Draft d) {
        d.stage = Stage.LINE;
        d.wakeAt = null;
        d.trouble = null;
    }

    /** Looks begin, or go on, at once. */
    void toLooking(JobRecord.Draft d, Moment moment) {
        boolean wasNameless = d.stage == Stage.SENDING || d.stage == Stage.SEARCHING;
        d.stage = Stage.LOOKING;
        d.wakeAt = moment.at();
        d.trouble = null;
        if (d.cancellation == Cancellation.REQUESTED && wasNameless) {
            d.note(
                    moment,
                    d.attempt().number,
                    "decision",
                    "cancel was asked for before its id was known: now it can be");
        }
    }

    /** Nothing goes on until the user acts. */
    void park(JobRecord.Draft d, Moment moment, String kind, String message) {
        d.stage = Stage.PARKED;
        d.wakeAt = null;
        d.trouble = new Trouble(moment.at(), kind, message, true);
        d.note(moment, d.attempt().number, "decision", "parked: " + message);
    }

    /** The last of it. */
    void end(JobRecord.Draft d, Moment moment, JobEnd.Kind kind, String message, List<Output> outputs) {
        d.stage = Stage.ENDED;
        d.intent = null;
        boolean toSave = kind == JobEnd.Kind.SUCCEEDED && d.saving != null && d.saving.isWanted();
        d.wakeAt = toSave ? moment.at() : null;
        d.trouble = null;
        d.end = new JobEnd(kind, message, outputs);
        if (d.cancellation == Cancellation.REQUESTED || d.cancellation == Cancellation.UNKNOWN) {
            d.cancellation = kind == JobEnd.Kind.CANCELED ? Cancellation.CONFIRMED : Cancellation.TOO_LATE;
        }
        String word = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        d.note(moment, 0, "end", word + ": " + message + "; " + Words.bill(d));
    }

    /** After a create that provably made nothing: again by the policy, else the next candidate, else the end. */
    void tryAgain(JobRecord.Draft d, Moment moment, SubmitOutcome outcome) {
        if (wishedToCancel(d, moment)) {
            return;
        }
        Attempt attempt = d.attempt();
        Optional<Duration> delay =
                rules.provider(d.candidate().provider()).retry().delayAfter(attempt.tries, outcome);
        if (delay.isPresent()) {
            Duration wait = moment.jittered(outcome.retryAfter().orElse(delay.get()));
            Instant at = moment.plus(wait);
            if (d.deadline == null || at.isBefore(d.deadline)) {
                backOff(d, moment, at, "sent again in " + Words.of(wait) + ", because nothing was made");
                return;
            }
            d.note(
                    moment,
                    attempt.number,
                    "decision",
                    "not sent again: the wait of " + Words.of(wait) + " ends after the job's deadline");
        }
        moveOn(d, moment, endOf(outcome), outcome.answer().toString());
    }

    /** Out of the line until then; its age in line is kept. */
    void backOff(JobRecord.Draft d, Moment moment, Instant until, String why) {
        d.stage = Stage.BACKOFF;
        d.wakeAt = until;
        d.note(moment, d.attempt().number, "wait", why, Map.of("until", until.toString()));
    }

    /** To the next candidate, if the user allows and there is one; else the end. */
    void moveOn(JobRecord.Draft d, Moment moment, JobEnd.Kind otherwise, String why) {
        if (wishedToCancel(d, moment)) {
            return;
        }
        if (!nextCandidate(d, moment, why)) {
            end(d, moment, otherwise, Words.ended(d, why), List.of());
        }
    }

    /** Says why the next candidate, if there is one, is not tried. */
    void stay(JobRecord.Draft d, Moment moment, String why) {
        if (mayFailOver() && d.attempt().candidate + 1 < d.candidates.size()) {
            d.note(moment, d.attempt().number, "decision", "not failed over: " + why);
        }
    }

    boolean mayFailOver() {
        return rules.failover() != Rules.Failover.OFF;
    }

    /** The first of the candidates behind this one that the job may still afford; health is asked at its line. */
    boolean nextCandidate(JobRecord.Draft d, Moment moment, String why) {
        int behind = d.attempt().candidate + 1;
        if (behind < d.candidates.size() && rules.failover() == Rules.Failover.OFF) {
            d.note(moment, d.attempt().number, "decision", "not failed over: failover is off");
            return false;
        }
        for (int next = behind; next < d.candidates.size(); next++) {
            if (isWithinBudget(d, moment, d.candidates.get(next))) {
                newAttempt(d, next);
                d.note(
                        moment,
                        d.attempt().number,
                        "decision",
                        "failed over to " + d.candidate().provider() + ": " + why);
                return true;
            }
        }
        return false;
    }

    /** Whether a further attempt there stays, with all that earlier ones cost or may have cost, within what a job may cost. */
    boolean isWithinBudget(JobRecord.Draft d, Moment moment, Candidate next) {
        BigDecimal most = rules.perJob();
        BigDecimal price = next.price();
        if (most == null || price == null) {
            return true;
        }
        BigDecimal sum = d.attempts.stream()
                .filter(a -> a.billing != Billing.NOT_BILLED)
                .map(a -> a.cost != null
                        ? a.cost.amount()
                        : d.candidates.get(a.candidate).price())
                .filter(Objects::nonNull)
                .reduce(price, BigDecimal::add);
        boolean fits = sum.compareTo(most) <= 0;
        if (!fits) {
            d.note(
                    moment,
                    d.attempt().number,
                    "decision",
                    "not sent to " + next.provider() + ": with what was or may be billed so far the job would cost "
                            + sum.toPlainString() + " USD, and videojob.budget.per-job is " + most.toPlainString());
        }
        return fits;
    }

    /** A further attempt at a candidate, in its line. */
    void newAttempt(JobRecord.Draft d, int candidate) {
        d.attempts.add(Attempt.first(nextNumber(d), candidate));
        toLine(d);
    }

    private static int nextNumber(JobRecord.Draft d) {
        return 1 + d.attempts.stream().mapToInt(a -> a.number).max().orElse(0);
    }

    /** True if the job rests only because its time was up. */
    boolean isParkedByDeadline(JobRecord.Draft d) {
        return d.stage == Stage.PARKED && d.trouble != null && d.trouble.kind().equals(DEADLINE);
    }

    /**
     * What must still be done after the deadline, such as a look that somebody asked for, gets time for it; so does what was
     * sent before the job was to be sent again, from when on it has none.
     */
    void extendDeadline(JobRecord.Draft d, Moment moment) {
        if (d.deadline == null || !moment.at().isBefore(d.deadline)) {
            d.deadline = moment.plus(d.candidate().times().longestRun());
        }
    }

    /** Another job takes the orphan over; what it costs counts there. */
    void release(JobRecord.Draft d, Moment moment, String vendorJobId) {
        d.attempts.stream()
                .filter(a -> a.state == AttemptState.ORPHAN || d.request == null)
                .filter(a -> vendorJobId.equals(a.vendorJobId) && a.state != AttemptState.RELEASED)
                .map(a -> a.number)
                .toList()
                .forEach(number -> {
                    d.change(number, a -> {
                        a.state = AttemptState.RELEASED;
                        a.billing = Billing.NOT_BILLED;
                    });
                    d.note(
                            moment,
                            number,
                            "decision",
                            vendorJobId + " goes on as another job of the journal; its cost counts there");
                });
        if (d.request == null && d.end == null) {
            end(d, moment, JobEnd.Kind.GIVEN_UP, vendorJobId + " goes on as another job of the journal", List.of());
        }
    }

    /** An id that came for an attempt which is settled otherwise: it may cost money, so it is kept in sight. */
    void orphan(JobRecord.Draft d, Moment moment, Attempt of, String vendorJobId) {
        if (d.attempts.stream().anyMatch(a -> a.candidate == of.candidate && vendorJobId.equals(a.vendorJobId))) {
            return;
        }
        int number = nextNumber(d);
        d.attempts.add(Attempt.of(number, of.candidate, a -> {
            a.state = AttemptState.ORPHAN;
            a.vendorJobId = vendorJobId;
            a.sentAt = of.sentAt;
            a.billing = Billing.UNKNOWN;
        }));
        d.note(
                moment,
                number,
                "decision",
                "the id " + vendorJobId + " came after attempt " + of.number
                        + " had been settled: kept as an orphan, it may be billed");
    }

    static JobEnd.Kind endOf(SubmitOutcome outcome) {
        return outcome.kind() == SubmitOutcome.Kind.NOT_SENT ? JobEnd.Kind.NOT_SENT : JobEnd.Kind.REFUSED;
    }

    private boolean wishedToCancel(JobRecord.Draft d, Moment moment) {
        if (d.cancellation == null) {
            return false;
        }
        cancelUnsent(d, moment);
        return true;
    }

    /** Ends a job whose current attempt was never sent; what became of earlier ones may not be known. */
    void cancelUnsent(JobRecord.Draft d, Moment moment) {
        List<String> maybe = d.attempts.stream()
                .filter(a -> a.state == AttemptState.GIVEN_UP || a.state == AttemptState.ORPHAN)
                .map(a -> "attempt " + a.number + " at "
                        + d.candidates.get(a.candidate).provider())
                .toList();
        String told = maybe.isEmpty()
                ? "canceled; no provider has a job for it"
                : "canceled; nothing more is sent, but a job of " + maybe + " may exist and be billed";
        end(d, moment, JobEnd.Kind.CANCELED, told, List.of());
        d.cancellation = maybe.isEmpty() ? Cancellation.NOTHING_SENT : Cancellation.UNKNOWN;
    }

    static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null ? b : b == null || a.isBefore(b) ? a : b;
    }
}
