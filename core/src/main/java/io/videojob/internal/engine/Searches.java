package io.videojob.internal.engine;

import io.github.resilience4j.core.IntervalFunction;
import io.videojob.Billing;
import io.videojob.VendorAnswer;
import io.videojob.spi.Lookup;
import io.videojob.spi.SubmitOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a job whose create may have made something, though no id came back. */
final class Searches {
    /** After so many look-ups in vain, from 1, milliseconds until the next. */
    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(4), 2, Duration.ofSeconds(60));

    private static final Duration GRACE = Duration.ofMinutes(5);

    private final Rules rules;
    private final Moves moves;

    Searches(Rules rules, Moves moves) {
        this.rules = rules;
        this.moves = moves;
    }

    /** The answer is lost: look-ups begin. */
    void begin(JobRecord.Draft d, Moment moment, VendorAnswer answer, @Nullable String suspectedId) {
        d.stage = Stage.SEARCHING;
        d.wakeAt = moment.at();
        d.trouble = null;
        Instant until = searchUntil(d.attempt(), d.candidate());
        if (d.deadline != null && d.deadline.isBefore(until)) {
            // Looking for what may be paid for starts nothing new.
            d.deadline = until.plus(GRACE);
        }
        d.change(a -> {
            a.state = AttemptState.UNCERTAIN;
            a.billing = Billing.UNKNOWN;
            a.answer = answer;
            a.suspectedId = suspectedId == null ? a.suspectedId : suspectedId;
        });
        d.note(
                moment,
                d.attempt().number,
                "decision",
                "not sent again: a job may exist at " + d.candidate().provider() + " and be billed; looking for it");
    }

    /** Somebody who could not prove who it is named a job: it is looked up before anything is believed. */
    void suspect(JobRecord.Draft d, Moment moment, Attempt attempt, String vendorJobId) {
        boolean isCurrent = d.attempt().number == attempt.number;
        if (d.end != null || !isCurrent || attempt.vendorJobId != null || attempt.sends == 0) {
            return;
        }
        String suspectedId = attempt.suspectedId == null ? vendorJobId : attempt.suspectedId;
        if (d.stage == Stage.SENDING) {
            d.change(a -> a.suspectedId = suspectedId);
        } else if (d.stage == Stage.SEARCHING) {
            d.change(a -> a.suspectedId = suspectedId);
            moves.extendDeadline(d, moment);
            d.wakeAt = moment.at();
        } else {
            moves.extendDeadline(d, moment);
            begin(d, moment, attempt.answer, suspectedId);
        }
    }

    void located(JobRecord.Draft d, Moment moment, int number, Lookup lookup, Creates creates) {
        if (d.end != null || d.attempt().number != number || !d.attempt().isUncertain()) {
            if (lookup.kind() == Lookup.Kind.FOUND) {
                d.attempts.stream()
                        .filter(a -> a.number == number && a.vendorJobId == null)
                        .findFirst()
                        .ifPresent(a -> creates.late(d, moment, a, lookup.ids().get(0)));
            }
            d.note(moment, number, "locate", "too late to change anything: " + lookup);
            return;
        }
        boolean changed =
                d.attempt().lookups == 0 || d.attempt().failedLooks > 0 || lookup.kind() != Lookup.Kind.NOT_SEEN;
        if (changed) {
            d.note(moment, number, "locate", "look-up at " + d.candidate().provider() + ": " + lookup);
        } else {
            d.again(moment, number, "locate");
        }
        d.change(a -> {
            a.lookups++;
            a.failedLooks = 0;
            a.failingSince = null;
            a.lookalikes = lookup.kind() == Lookup.Kind.CANDIDATES ? lookup.ids() : a.lookalikes;
        });
        if (lookup.kind() == Lookup.Kind.FOUND) {
            d.note(moment, number, "decision", "adopted " + lookup.ids().get(0) + ", found by look-up", Map.of());
            creates.adopt(d, moment, lookup.ids().get(0));
        } else if (lookup.kind() == Lookup.Kind.NOT_SEEN && absenceProves(d, moment)) {
            SubmitOutcome nothing = SubmitOutcome.notSent("the vendor has no such job");
            d.change(a -> {
                a.state = AttemptState.NOT_SENT;
                a.billing = Billing.NOT_BILLED;
                a.tries++;
            });
            moves.tryAgain(d, moment, nothing);
        } else {
            goOn(d, moment);
        }
    }

    void failed(JobRecord.Draft d, Moment moment, int number, Event.Mishap mishap) {
        String words = "a look-up failed (" + mishap.kind() + "): " + mishap.message();
        if (d.end != null || d.attempt().number != number || d.stage != Stage.SEARCHING) {
            d.note(moment, number, "locate", words);
            return;
        }
        if (d.attempt().failedLooks == 0) {
            d.note(moment, number, "locate", words);
        } else {
            d.again(moment, number, "locate");
        }
        d.change(a -> {
            a.lookups++;
            a.failedLooks++;
            a.failingSince = a.failingSince == null ? moment.at() : a.failingSince;
        });
        goOn(d, moment);
    }

    private boolean absenceProves(JobRecord.Draft d, Moment moment) {
        Instant sentAt = d.attempt().sentAt;
        Optional<Duration> after = rules.provider(d.candidate().provider()).absenceProves();
        return sentAt != null
                && d.attempt().suspectedId == null
                && after.filter(p -> !moment.at().isBefore(sentAt.plus(p))).isPresent();
    }

    /** A look-up found what belongs to another job. */
    void lookedInVain(JobRecord.Draft d, Moment moment) {
        d.change(a -> a.lookups++);
        goOn(d, moment);
    }

    /** Again after a growing wait until the longest run has passed; then by the user's policy. */
    private void goOn(JobRecord.Draft d, Moment moment) {
        Instant until = searchUntil(d.attempt(), d.candidate());
        if (d.stage == Stage.PARKED) {
            return;
        }
        if (moment.at().isBefore(until)) {
            Instant next = moment.plus(Duration.ofMillis(PAUSES.apply(Math.max(1, d.attempt().lookups))));
            d.wakeAt = next.isAfter(until) ? until : next;
        } else {
            giveTheDecision(d, moment);
        }
    }

    private void giveTheDecision(JobRecord.Draft d, Moment moment) {
        Attempt lost = d.attempt();
        boolean again = rules.uncertain() == Rules.Uncertain.RETRY;
        boolean isTooLate = d.deadline != null && !moment.at().isBefore(d.deadline);
        if (rules.uncertain() != Rules.Uncertain.ASK
                && !isTooLate
                && mayBeSentElsewhere(d, lost)
                && !(again && (isWornOut(d, lost) || !moves.isWithinBudget(d, moment, d.candidate())))) {
            if (again
                    || moves.nextCandidate(
                            d,
                            moment,
                            "the outcome of attempt " + lost.number
                                    + " is unknown, and videojob.uncertain = failover")) {
                d.change(lost.number, a -> a.state = AttemptState.GIVEN_UP);
                if (again) {
                    moves.newAttempt(d, lost.candidate);
                    d.note(
                            moment,
                            d.attempt().number,
                            "decision",
                            "sent again because videojob.uncertain = retry; attempt " + lost.number + " may be billed");
                }
                return;
            }
        }
        d.note(
                moment,
                d.attempt().number,
                "decision",
                "not failed over: the outcome of attempt " + d.attempt().number + " is unknown");
        moves.park(
                d,
                moment,
                "uncertain",
                "a job may exist at " + d.candidate().provider()
                        + " and be billed, and no look-up found it"
                        + (d.attempt().lookalikes.isEmpty() ? "" : "; it may be one of " + d.attempt().lookalikes)
                        + ". Look at the vendor's own pages, then adopt its id, give it up, or have it sent again");
    }

    /** Nothing that has shown itself at the vendor, be it by a likeness, is sent again by a policy. */
    private static boolean mayBeSentElsewhere(JobRecord.Draft d, Attempt lost) {
        return lost.suspectedId == null && lost.lookalikes.isEmpty() && d.cancellation == null;
    }

    private boolean isWornOut(JobRecord.Draft d, Attempt lost) {
        long there = d.attempts.stream()
                .filter(a -> a.candidate == lost.candidate && a.sends > 0)
                .count();
        return there >= rules.provider(d.candidate().provider()).retry().maxAttempts();
    }

    /** Until when look-ups go on. */
    static Instant searchUntil(Attempt attempt, Candidate candidate) {
        Instant sentAt = attempt.sentAt;
        if (sentAt == null) {
            throw new IllegalStateException("attempt " + attempt.number + " is uncertain and was never sent");
        }
        return sentAt.plus(candidate.times().longestRun());
    }

    /** The user settles an uncertain attempt as never to be found. */
    void giveUp(JobRecord.Draft d, Moment moment) {
        letGo(d);
        d.note(moment, d.attempt().number, "wish", "given up by the user");
        moves.end(
                d,
                moment,
                JobEnd.Kind.GIVEN_UP,
                "given up; a job may exist at " + d.candidate().provider() + " and be billed",
                List.of());
    }

    /** The user has it sent again, whatever became of the first. */
    void sendAgain(JobRecord.Draft d, Moment moment) {
        int candidate = d.attempt().candidate;
        letGo(d);
        moves.newAttempt(d, candidate);
        d.deadline = null;
        d.cancellation = null; // the newest wish counts
        d.note(moment, d.attempt().number, "wish", "sent again by the user's wish; the attempt before may be billed");
    }

    /** An id that was named and never seen is let go, too. */
    private static void letGo(JobRecord.Draft d) {
        d.change(a -> {
            a.state = AttemptState.GIVEN_UP;
            a.vendorJobId = null;
        });
    }
}
