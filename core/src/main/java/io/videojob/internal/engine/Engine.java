package io.videojob.internal.engine;

import io.videojob.Cancellation;
import io.videojob.Trouble;
import io.videojob.VendorAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two pure functions that decide everything: {@link #next} what a job needs now, {@link #apply} what becomes of it when
 * something happens. Neither knows clock, wire or journal.
 */
public final class Engine {
    private final Moves moves;
    private final Looks looks;
    private final Searches searches;
    private final Creates creates;
    private final Wishes wishes;
    private final Mentions mentions;

    /** An engine by these rules. */
    public Engine(Rules rules) {
        this.moves = new Moves(rules);
        this.looks = new Looks(rules, moves);
        this.searches = new Searches(rules, moves);
        this.creates = new Creates(moves, looks, searches);
        this.wishes = new Wishes(moves, searches, creates);
        this.mentions = new Mentions(moves, searches, creates);
    }

    /** What the job needs now. */
    Next next(JobRecord record, Instant now) {
        if (record.stage == Stage.ENDED) {
            return record.wakeAt == null
                    ? Next.done()
                    : hasCome(record.wakeAt, now) ? Next.save() : Next.waitUntil(record.wakeAt);
        }
        if (record.intent != null) {
            return hasCome(record.intent.answerBy(), now) ? Next.tick() : Next.waitUntil(record.intent.answerBy());
        }
        if (record.stage == Stage.PARKED) {
            return Next.waitUntil(null);
        }
        if (hasCome(record.deadline, now) && !isLookDue(record, now)) {
            return Next.tick();
        }
        if (record.stage == Stage.LINE) {
            return Next.waitUntil(record.deadline);
        }
        if (record.stage == Stage.ADMITTED) {
            return Next.exchange(ExchangeKind.CREATE);
        }
        if (!hasCome(record.wakeAt, now)) {
            return Next.waitUntil(Moves.earlier(record.wakeAt, record.deadline));
        }
        return switch (record.stage) {
            case BACKOFF -> Next.tick();
            case SEARCHING -> Next.exchange(ExchangeKind.LOCATE);
            default ->
                Next.exchange(record.cancellation == Cancellation.REQUESTED ? ExchangeKind.CANCEL : ExchangeKind.LOOK);
        };
    }

    /**
     * True if the job's turn to be asked after has come. That is done even past the deadline, which may have passed while
     * nobody was there: it starts nothing, and may find what was paid for.
     */
    private static boolean isLookDue(JobRecord record, Instant now) {
        return (record.stage == Stage.LOOKING || record.stage == Stage.SEARCHING) && hasCome(record.wakeAt, now);
    }

    /** What becomes of the job. Never loses a fact: what doesn't fit any more is kept as a note or an orphan. */
    JobRecord apply(JobRecord record, Event event, Moment moment) {
        return record.with(d -> {
            clearIntent(d, event);
            if (!isOfAnotherId(d, event, moment)) {
                dispatch(d, event, moment);
            }
        });
    }

    /** While an exchange was on the wire, the user may have said that the attempt is another vendor's job. */
    private static boolean isOfAnotherId(JobRecord.Draft d, Event event, Moment moment) {
        if (event instanceof Event.Looked e) {
            return isAboutAnotherId(
                    d, moment, e.attempt(), e.vendorJobId(), e.state().toString());
        }
        if (event instanceof Event.CancelAnswered e) {
            return isAboutAnotherId(d, moment, e.attempt(), e.vendorJobId(), "to the wish to cancel: " + e.outcome());
        }
        return event instanceof Event.Failed e
                && isAboutAnotherId(
                        d, moment, e.attempt(), e.vendorJobId(), e.mishap().message());
    }

    private static boolean isAboutAnotherId(
            JobRecord.Draft d, Moment moment, int number, @Nullable String vendorJobId, String words) {
        boolean another = d.attempts.stream()
                .anyMatch(a -> a.number == number && vendorJobId != null && !vendorJobId.equals(a.vendorJobId));
        if (another) {
            d.note(moment, number, "look", "of " + vendorJobId + ", which is not its job any more: " + words);
        }
        return another;
    }

    private void dispatch(JobRecord.Draft d, Event event, Moment moment) {
        if (event instanceof Event.Created e) {
            Instant woken = d.wakeAt;
            creates.created(d, moment, e);
            wakeStill(d, moment, woken, Instant.MIN);
        } else if (event instanceof Event.Looked e) {
            Instant woken = d.wakeAt;
            looks.looked(d, moment, e.attempt(), e.state());
            wakeStill(d, moment, woken, e.begunAt());
        } else if (event instanceof Event.Located e) {
            searches.located(d, moment, e.attempt(), e.lookup(), creates);
        } else if (event instanceof Event.CancelAnswered e) {
            looks.cancelAnswered(d, moment, e.attempt(), e.outcome());
        } else if (event instanceof Event.Failed e) {
            Instant woken = d.wakeAt;
            failed(d, moment, e);
            wakeStill(d, moment, woken, e.begunAt());
        } else if (event instanceof Event.Heard e) {
            mentions.heard(d, moment, e);
        } else if (event instanceof Event.IdTaken e) {
            idTaken(d, moment, e);
        } else if (event instanceof Event.Renewed e) {
            renewed(d, moment, e);
        } else if (event instanceof Event.SavingBegun) {
            Saving.begun(d, moment);
        } else if (event instanceof Event.Saved e) {
            Saving.saved(d, moment, e.files());
        } else if (event instanceof Event.NotSaved e) {
            Saving.failed(d, moment, e.why());
        } else if (event instanceof Event.Differed e) {
            Differences.note(d, moment, e);
        } else if (event instanceof Event.Begun e) {
            begun(d, moment, e);
        } else if (event instanceof Event.TimeCame) {
            timeCame(d, moment);
        } else if (event instanceof Event.Admitted e) {
            admitted(d, e.at());
        } else if (event instanceof Event.Lapsed) {
            lapsed(d);
        } else if (event instanceof Event.GateShut e) {
            gateShut(d, moment, e);
        } else if (event instanceof Event.Kept e) {
            kept(d, moment, e.kind(), e.why());
        } else {
            wishes.wished(d, event, moment);
        }
    }

    /** What woke the job while an exchange was on the wire wakes it still: a webhook may know more than that answer. */
    private static void wakeStill(JobRecord.Draft d, Moment moment, @Nullable Instant woken, Instant begunAt) {
        if (d.stage == Stage.LOOKING && woken != null && woken.isAfter(begunAt) && hasCome(woken, moment.at())) {
            d.wakeAt = Moves.earlier(d.wakeAt, woken);
        }
    }

    private static void clearIntent(JobRecord.Draft d, Event event) {
        if (event instanceof Event.Created created
                && created.attempt() == d.attempt().number
                && created.send() == d.attempt().sends) {
            d.intent = null;
        }
    }

    private void begun(JobRecord.Draft d, Moment moment, Event.Begun e) {
        d.note(moment, d.attempt().number, "admitted", Words.admitted(d, moment, e.why()));
        d.intent = e.intent();
        creates.begun(d, e.intent());
    }

    private void timeCame(JobRecord.Draft d, Moment moment) {
        Intent intent = d.intent;
        if (intent != null) {
            if (hasCome(intent.answerBy(), moment.at())) {
                d.intent = null;
                unanswered(d, moment, intent);
            }
        } else if (d.end == null && d.stage != Stage.PARKED && hasCome(d.deadline, moment.at())) {
            moves.park(
                    d,
                    moment,
                    Moves.DEADLINE,
                    "the job's deadline " + d.deadline + " has passed; "
                            + (d.attempt().vendorJobId == null
                                    ? "nothing more is started"
                                    : "the vendor's job may go on: wait again to go on looking"));
        } else if (d.stage == Stage.BACKOFF && hasCome(d.wakeAt, moment.at())) {
            moves.toLine(d);
        }
    }

    private void unanswered(JobRecord.Draft d, Moment moment, Intent intent) {
        if (d.stage == Stage.SENDING) {
            VendorAnswer words = VendorAnswer.ofMessage("no answer was written down by " + intent.answerBy()
                    + ": the process that sent it ended or was cut off");
            searches.begin(d, moment, words, null);
        }
    }

    /** True if a job that was not sent yet could go to another candidate. */
    boolean hasElsewhere(JobRecord record) {
        return moves.mayFailOver() && record.attempt().candidate + 1 < record.candidates.size();
    }

    private static void admitted(JobRecord.Draft d, Instant at) {
        if (d.stage == Stage.LINE) {
            d.stage = Stage.ADMITTED;
            d.wakeAt = at;
            d.trouble = null;
        }
    }

    private void lapsed(JobRecord.Draft d) {
        if (d.stage == Stage.ADMITTED) {
            moves.toLine(d);
        }
    }

    private void gateShut(JobRecord.Draft d, Moment moment, Event.GateShut e) {
        if (d.stage == Stage.LINE && !moves.nextCandidate(d, moment, e.why())) {
            kept(d, moment, e.kind(), e.why());
        }
    }

    private static void kept(JobRecord.Draft d, Moment moment, String kind, String why) {
        if (d.stage == Stage.LINE) {
            d.trouble = new Trouble(moment.at(), kind, why, false);
        }
    }

    private void failed(JobRecord.Draft d, Moment moment, Event.Failed e) {
        switch (e.kind()) {
            case LOOK -> looks.failedLook(d, moment, e.attempt(), e.mishap());
            case LOCATE -> searches.failed(d, moment, e.attempt(), e.mishap());
            case CANCEL -> looks.failedCancel(d, moment, e.attempt(), e.mishap());
            case CREATE -> throw new IllegalArgumentException("a create ends in an outcome, not in a mishap");
        }
    }

    private static void renewed(JobRecord.Draft d, Moment moment, Event.Renewed e) {
        JobEnd end = d.end;
        String provider = d.candidate().provider();
        if (e.outputs().isEmpty()) {
            d.note(moment, d.attempt().number, "look", "no links from " + provider);
        } else if (end != null
                && end.kind() == JobEnd.Kind.SUCCEEDED
                && !end.outputs().equals(e.outputs())) {
            d.end = new JobEnd(end.kind(), end.message(), e.outputs());
            d.note(moment, d.attempt().number, "look", "fresh links from " + provider);
        } else {
            d.again(moment, d.attempt().number, "look");
        }
    }

    private void idTaken(JobRecord.Draft d, Moment moment, Event.IdTaken e) {
        d.note(
                moment,
                e.attempt(),
                "decision",
                "the id " + e.vendorJobId() + " belongs to job " + e.holder() + " already: not taken for this one");
        if (d.end != null || d.attempt().number != e.attempt()) {
            return;
        }
        if (d.stage == Stage.SENDING) {
            d.intent = null;
            searches.begin(d, moment, VendorAnswer.ofMessage("the answer names a job of " + e.holder()), null);
        }
        if (d.stage == Stage.SEARCHING) {
            searches.lookedInVain(d, moment);
        }
    }

    private static boolean hasCome(@Nullable Instant time, Instant now) {
        return time != null && !now.isBefore(time);
    }
}
