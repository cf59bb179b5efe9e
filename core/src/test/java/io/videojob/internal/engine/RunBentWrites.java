package io.videojob.internal.engine;

import io.videojob.Explanation;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.SubmitOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Bugs of the engine as their traces in the journal: records are written as it would have made them. */
final class RunBentWrites {
    private final JobJournal journal;
    private final StoredJob row;
    private final JobRecord before;
    private final JobRecord after;

    private RunBentWrites(JobJournal journal, StoredJob row, StoredJob old) {
        this.journal = journal;
        this.row = row;
        this.before = Columns.read(old);
        this.after = Columns.read(row);
    }

    static boolean replace(RunPlant plant, JobJournal journal, StoredJob row) {
        Optional<StoredJob> old = journal.find(row.id()).filter(now -> now.version() == row.version());
        return old.isEmpty() ? journal.replace(row) : new RunBentWrites(journal, row, old.get()).replace(plant);
    }

    private boolean replace(RunPlant plant) {
        return switch (plant) {
            case CLEARS_ANY_INTENT ->
                write(
                        news(entry -> entry.kind().equals("create")).isEmpty()
                                ? after
                                : after.with(d -> d.intent = null));
            case KEEPS_AN_OLD_WISH ->
                write(
                        news(entry -> entry.text().startsWith(RunWishes.SEND_AGAIN))
                                        .isEmpty()
                                ? after
                                : after.with(d -> d.cancellation = before.cancellation));
            case FORGETS_A_LATE_ANSWER -> late().isPresent() || journal.replace(row);
            case LEAVES_A_LATE_ANSWER_ASIDE ->
                write(late().filter(id -> before.end == null).map(this::aside).orElse(after));
            case SAVES_ONLY_ONCE ->
                write(after.end != null && after.trouble != null ? after.with(d -> d.wakeAt = null) : after);
            default -> journal.replace(row);
        };
    }

    private boolean write(JobRecord record) {
        return journal.replace(record == after ? row : Columns.of(record, row.version()));
    }

    private List<Explanation.Entry> news(Predicate<Explanation.Entry> which) {
        return after.history.stream().skip(before.history.size()).filter(which).toList();
    }

    /** The attempt that was given up before, and is accepted now. */
    private Optional<Attempt> late() {
        return news(entry ->
                        SubmitOutcome.Kind.ACCEPTED.name().equals(entry.data().get("outcome")))
                .stream()
                .flatMap(entry -> before.attempt(entry.attempt()).stream())
                .filter(attempt -> attempt.state != AttemptState.SUBMITTING)
                .findFirst();
    }

    private JobRecord aside(Attempt of) {
        String id = after.attempt(of.number).map(a -> a.vendorJobId).orElse(null);
        return id == null
                ? after
                : before.with(d -> d.attempts.add(Attempt.of(100 + of.number, of.candidate, a -> {
                    a.state = AttemptState.ORPHAN;
                    a.vendorJobId = id;
                    a.sentAt = of.sentAt;
                    a.billing = io.videojob.Billing.UNKNOWN;
                })));
    }
}
