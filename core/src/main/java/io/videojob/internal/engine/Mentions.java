package io.videojob.internal.engine;

import io.videojob.Explanation;
import io.videojob.webhook.WebhookEvent;
import org.jspecify.annotations.Nullable;

/** What becomes of a job that a webhook spoke of: an attempt without an id is settled, one that has it is looked at. */
final class Mentions {
    private static final String KIND = "webhook";
    /** Whoever learned an address can name any job: neither record nor vendor shall feel it much. */
    private static final int MOST_UNPROVED = 10;

    private final Moves moves;
    private final Searches searches;
    private final Creates creates;

    Mentions(Moves moves, Searches searches, Creates creates) {
        this.moves = moves;
        this.searches = searches;
        this.creates = creates;
    }

    /** The event that it is for the job; null if it changes nothing, so that nothing needs to be written. */
    static Event.@Nullable Heard news(JobRecord record, int number, WebhookEvent said) {
        Attempt attempt = record.attempt(number).orElse(null);
        boolean isOver = record.end != null || record.attempt().number != number;
        boolean isItsOwn = attempt != null && said.vendorJobId().equals(attempt.vendorJobId);
        if (attempt == null || (isOver && isItsOwn) || (!isItsOwn && !said.isSigned() && isWornOut(record, number))) {
            return null;
        }
        return new Event.Heard(number, said.vendorJobId(), said.vendorStatus(), said.isSigned());
    }

    private static boolean isWornOut(JobRecord record, int attempt) {
        return record.history.stream()
                        .filter(entry ->
                                entry.attempt() == attempt && entry.kind().equals(KIND))
                        .mapToInt(Explanation.Entry::times)
                        .sum()
                >= MOST_UNPROVED;
    }

    void heard(JobRecord.Draft d, Moment moment, Event.Heard e) {
        Attempt attempt = d.attempts.stream()
                .filter(a -> a.number == e.attempt())
                .findFirst()
                .orElse(null);
        if (attempt == null) {
            return;
        }
        if (!e.vendorJobId().equals(attempt.vendorJobId)) {
            note(d, moment, e);
            if (e.signed()) {
                creates.named(d, moment, attempt, e.vendorJobId());
            } else {
                searches.suspect(d, moment, attempt, e.vendorJobId());
            }
        } else if (d.attempt().number == attempt.number && (d.stage == Stage.LOOKING || moves.isParkedByDeadline(d))) {
            moves.extendDeadline(d, moment);
            moves.toLooking(d, moment);
        }
    }

    private static void note(JobRecord.Draft d, Moment moment, Event.Heard e) {
        String text = "a webhook for " + e.vendorJobId() + " says " + e.word();
        boolean isRepeat = d.history.stream()
                .anyMatch(
                        entry -> entry.attempt() == e.attempt() && entry.text().equals(text));
        if (isRepeat) {
            d.again(moment, e.attempt(), KIND);
        } else {
            d.note(moment, e.attempt(), KIND, text);
        }
    }
}
