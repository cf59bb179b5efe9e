package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.Timing;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a driver has done now and then, beside the jobs themselves: watched ones are looked after, old ones forgotten. */
public final class Tidying {
    private final JobJournal journal;
    private final Timing timing;
    private final Watchers watchers;
    private volatile @Nullable Retention retention;

    Tidying(JobJournal journal, Jobs.Watching watching) {
        this.journal = journal;
        this.timing = watching.timing();
        this.watchers = watching.watchers();
    }

    /** Jobs are forgotten once they have been over for so long. */
    public void keptFor(Duration span) {
        retention = new Retention(journal, timing, span);
    }

    /** Looks after watched jobs that other processes may have stepped, by one question for all, and forgets some. */
    public void afterSweep() {
        Map<JobId, Long> known = watchers.versions();
        if (!known.isEmpty()) {
            journal.changed(known).forEach(this::tell);
        }
        Retention old = retention;
        if (old != null) {
            old.prune();
        }
    }

    /** Tells who watches the job of what the journal has now. */
    void refresh(JobId id) {
        journal.find(id).ifPresent(this::tell);
    }

    private void tell(StoredJob row) {
        watchers.changed(new RecordStore.Versioned(row, Columns.read(row)));
    }
}
