package io.videojob.internal.engine;

import io.videojob.JobFilter;
import io.videojob.JobStatus;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.util.stream.Stream;

/** What becomes of the jobs in a line through which nobody gets at present. */
final class Detours {
    /** The kind of trouble of a job that waits for a budget. */
    static final String NO_MONEY = "budget";

    private static final int MOST_DETOURS = 1000;

    private final Engine engine;
    private final JobJournal journal;
    private final RecordStore records;

    Detours(Engine engine, JobJournal journal, RecordStore records) {
        this.engine = engine;
        this.journal = journal;
        this.records = records;
    }

    /** Jobs that would lack elsewhere, too, what they lack here are told once why they wait. */
    void keep(String provider, String kind, String why) {
        waiting(provider)
                .filter(stored -> mayBeTold(Columns.read(stored), provider, kind))
                .forEach(stored -> records.change(
                        stored.id(), newest -> mayBeTold(newest, provider, kind) ? new Event.Kept(kind, why) : null));
    }

    /** Jobs in the line of a provider that nothing is sent to now go to their next candidate, or are told why they wait. */
    void detour(String provider, String kind, String why) {
        waiting(provider)
                .filter(stored -> mayLeave(Columns.read(stored), provider, kind))
                .forEach(stored -> records.change(
                        stored.id(),
                        newest -> mayLeave(newest, provider, kind) ? new Event.GateShut(kind, why) : null));
    }

    private Stream<StoredJob> waiting(String provider) {
        JobFilter waiting = JobFilter.all()
                .withStatus(JobStatus.WAITING)
                .atProvider(provider)
                .limit(MOST_DETOURS);
        return journal.list(waiting).stream();
    }

    private boolean mayLeave(JobRecord record, String provider, String kind) {
        return isInLine(record, provider) && (engine.hasElsewhere(record) || mayBeTold(record, provider, kind));
    }

    private static boolean mayBeTold(JobRecord record, String provider, String kind) {
        boolean told = record.trouble != null && record.trouble.kind().equals(kind);
        return isInLine(record, provider) && !told;
    }

    private static boolean isInLine(JobRecord record, String provider) {
        return record.stage == Stage.LINE && record.candidate().provider().equals(provider);
    }
}
