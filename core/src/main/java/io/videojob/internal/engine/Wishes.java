package io.videojob.internal.engine;

import io.videojob.Cancellation;
import java.time.Instant;

/** What becomes of a job when its user wishes something: cancel, adopt, give up, send again, go on, let go. */
final class Wishes {
    private final Moves moves;
    private final Searches searches;
    private final Creates creates;

    Wishes(Moves moves, Searches searches, Creates creates) {
        this.moves = moves;
        this.searches = searches;
        this.creates = creates;
    }

    void wished(JobRecord.Draft d, Event event, Moment moment) {
        if (event instanceof Event.CancelWished) {
            cancelWished(d, moment);
        } else if (event instanceof Event.Adopted e) {
            adopted(d, moment, e.vendorJobId());
        } else if (event instanceof Event.GivenUp
                && d.end == null
                && d.attempt().canBeSettled()) {
            searches.giveUp(d, moment);
        } else if (event instanceof Event.SendAgain
                && d.end == null
                && d.attempt().canBeSettled()) {
            searches.sendAgain(d, moment);
        } else if (event instanceof Event.Resumed e) {
            resumed(d, moment, e.until());
        } else if (event instanceof Event.Released e) {
            moves.release(d, moment, e.vendorJobId());
        }
    }

    private void cancelWished(JobRecord.Draft d, Moment moment) {
        if (d.end != null || (d.cancellation != null && d.cancellation != Cancellation.UNKNOWN)) {
            return;
        }
        d.note(moment, 0, "wish", "cancel");
        d.cancellation = Cancellation.REQUESTED;
        Attempt attempt = d.attempt();
        if (attempt.vendorJobId == null && !attempt.isUncertain() && d.stage != Stage.SENDING) {
            moves.cancelUnsent(d, moment);
        } else if (d.stage == Stage.LOOKING || (d.stage == Stage.PARKED && attempt.vendorJobId != null)) {
            d.change(a -> a.cancelTries = 0);
            moves.extendDeadline(d, moment);
            moves.toLooking(d, moment);
        }
    }

    private void adopted(JobRecord.Draft d, Moment moment, String vendorJobId) {
        Attempt attempt = d.attempt();
        if (d.end == null
                && (attempt.canBeSettled()
                        || (attempt.vendorJobId == null && attempt.state == AttemptState.SUBMITTING))) {
            d.note(moment, attempt.number, "wish", "adopted " + vendorJobId + " by the user's word");
            d.intent = null;
            creates.adopt(d, moment, vendorJobId);
        }
    }

    private void resumed(JobRecord.Draft d, Moment moment, Instant until) {
        if (d.end != null) {
            return;
        }
        if (d.deadline != null && until.isAfter(d.deadline)) {
            d.deadline = until;
        }
        if (moves.isParkedByDeadline(d)) {
            d.note(moment, d.attempt().number, "wish", "goes on: somebody waits for it until " + until);
            Attempt attempt = d.attempt();
            if (attempt.vendorJobId != null) {
                moves.toLooking(d, moment);
            } else if (attempt.isUncertain()) {
                d.stage = Stage.SEARCHING;
                d.wakeAt = moment.at();
                d.trouble = null;
            } else {
                moves.toLine(d);
            }
        }
    }
}
