package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.VideoRequest;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between a record and its row in the journal: the columns that a journal counts by are derived, never kept twice. */
final class Columns {
    private Columns() {}

    /** The row of a record, to replace {@code version}. */
    static StoredJob of(JobRecord record, long version) {
        return StoredJob.builder(record.id, record.createdAt, record.status(), RecordCodec.write(record))
                .version(version)
                .provider(record.candidate().provider())
                .wakeAt(wakeAt(record))
                .lineSince(record.stage == Stage.LINE ? record.createdAt : null)
                .slotUntil(slotUntil(record))
                .reserved(reserved(record))
                .spent(spent(record))
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

    /** Money set aside for the attempt that counts, while it may still cost something. */
    private static @Nullable BigDecimal reserved(JobRecord record) {
        Attempt attempt = record.attempt();
        boolean open = record.end == null && (record.stage != Stage.PARKED || attempt.billing == Billing.UNKNOWN);
        return open ? money(record, attempt) : null;
    }

    /** What was paid, and what may have been: an attempt nobody knows the bill of counts as spent once it is over. */
    private static @Nullable BigDecimal spent(JobRecord record) {
        BigDecimal sum = record.attempts.stream()
                .filter(a -> a.billing == Billing.BILLED
                        || (a.billing == Billing.UNKNOWN
                                && (record.end != null || a.number != record.attempt().number)))
                .map(a -> money(record, a))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? null : sum;
    }

    private static @Nullable BigDecimal money(JobRecord record, Attempt a) {
        return a.cost != null ? a.cost.amount() : record.candidateOf(a).price();
    }
}
