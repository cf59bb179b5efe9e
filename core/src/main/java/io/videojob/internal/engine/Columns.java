package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Explanation;
import io.videojob.VideoRequest;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between a record and its row in the journal: the columns that a journal counts by are derived, never kept twice. */
final class Columns {
    private Columns() {}

    /** The row of a record, to replace {@code version}. */
    static StoredJob of(JobRecord record, long version) {
        Map<String, BigDecimal> spent = spent(record);
        BigDecimal here = spent.remove(record.candidate().provider());
        return StoredJob.builder(record.id, record.createdAt, record.status(), RecordCodec.write(record))
                .version(version)
                .provider(record.candidate().provider())
                .wakeAt(wakeAt(record))
                .lineSince(record.stage == Stage.LINE ? record.createdAt : null)
                .slotUntil(slotUntil(record))
                .endedAt(endedAt(record))
                .reserved(reserved(record))
                .spent(here)
                .spentElsewhere(spent)
                .tag(Optional.ofNullable(record.request)
                        .flatMap(VideoRequest::tag)
                        .orElse(null))
                .references(Views.references(record))
                .build();
    }

    /** The record of a row. A row that admission has let through since the record was written says so by its status. */
    static JobRecord read(StoredJob stored) {
        return RecordCodec.read(stored.payload());
    }

    static boolean isAdmitted(StoredJob stored, JobRecord record) {
        return record.stage == Stage.LINE && stored.lineSince().isEmpty();
    }

    private static @Nullable Instant wakeAt(JobRecord record) {
        if (record.end != null) {
            return record.wakeAt; // what succeeded may still have to be saved
        }
        if (record.stage == Stage.PARKED) {
            return null;
        }
        if (record.intent != null) {
            return record.intent.answerBy();
        }
        return Moves.earlier(record.wakeAt, record.deadline);
    }

    /** A slot is held while a vendor may be running the job; what nobody can find gives it back after the longest run. */
    private static @Nullable Instant slotUntil(JobRecord record) {
        Instant sentAt = record.attempt().sentAt;
        return switch (record.stage) {
            case LINE, BACKOFF, ENDED -> null;
            case ADMITTED, SENDING, LOOKING -> JobJournal.FOREVER;
            case SEARCHING, PARKED ->
                sentAt == null ? null : sentAt.plus(record.candidate().times().longestRun());
        };
    }

    private static @Nullable Instant endedAt(JobRecord record) {
        return record.end == null
                ? null
                : record.history.stream()
                        .filter(entry -> entry.kind().equals("end"))
                        .map(Explanation.Entry::at)
                        .reduce((first, last) -> last)
                        .orElse(null);
    }

    /**
     * Money set aside for the attempt that counts, while it may still cost something; what it wants, while it stands in line.
     * An uncertain attempt keeps its money, also while it is parked, until the user settles it. A create that provably made
     * nothing gives its money back at once, also if it will be sent again: then it asks anew.
     */
    private static @Nullable BigDecimal reserved(JobRecord record) {
        Attempt attempt = record.attempt();
        boolean maySend = record.stage == Stage.LINE || record.stage == Stage.ADMITTED;
        boolean open = record.end == null && (maySend || attempt.billing == Billing.UNKNOWN);
        return open ? money(record, attempt) : null;
    }

    /**
     * What was paid, and what may have been, by provider: an attempt nobody knows the bill of counts as spent once it is
     * over, be it given up or an orphan. As the vendor told it, else as it was estimated.
     */
    private static Map<String, BigDecimal> spent(JobRecord record) {
        Map<String, BigDecimal> spent = new HashMap<>();
        record.attempts.stream()
                .filter(a -> a.billing == Billing.BILLED
                        || (a.billing == Billing.UNKNOWN
                                && (record.end != null || a.number != record.attempt().number)))
                .filter(a -> !hasShownItself(record, a))
                .forEach(a -> {
                    BigDecimal money = money(record, a);
                    if (money != null && money.signum() != 0) {
                        spent.merge(record.candidateOf(a).provider(), money, BigDecimal::add);
                    }
                });
        return spent;
    }

    /** True if the vendor's job that a nameless attempt made stands in the record as an orphan: it is one job, and one bill. */
    private static boolean hasShownItself(JobRecord record, Attempt a) {
        return a.vendorJobId == null
                && record.attempts.stream()
                        .filter(Attempt::isAside)
                        .anyMatch(orphan -> orphan.candidate == a.candidate && Objects.equals(orphan.sentAt, a.sentAt));
    }

    private static @Nullable BigDecimal money(JobRecord record, Attempt a) {
        return a.cost != null ? a.cost.amount() : record.candidateOf(a).price();
    }
}
