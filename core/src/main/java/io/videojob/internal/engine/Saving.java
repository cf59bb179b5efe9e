package io.videojob.internal.engine;

import io.github.resilience4j.core.IntervalFunction;
import io.videojob.SavedFile;
import io.videojob.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wish that a job's results are saved without anybody waiting for it, kept in the record so that a restart goes on.
 *
 * @param folder where to, absolute
 * @param state how far it came
 * @param tries saves that were begun
 * @param until after that no further save is begun; null before the first
 */
record Saving(
        String folder, State state, int tries, @Nullable Instant until) {
    /** A process that begins to save has it for so long; then another may, which does no harm but work. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialBackoff(Duration.ofSeconds(5), 2.0, Duration.ofMinutes(10));

    enum State {
        /** Still to be done, once there is something. */
        WANTED,
        /** The files are there. */
        SAVED,
        /** A day of trying was in vain. */
        GIVEN_UP
    }

    static Saving to(Path folder) {
        return new Saving(folder.toAbsolutePath().normalize().toString(), State.WANTED, 0, null);
    }

    boolean isWanted() {
        return state == State.WANTED;
    }

    /** A save begins. */
    static void begun(JobRecord.Draft d, Moment moment) {
        if (d.saving != null && d.saving.isWanted()) {
            Instant until = d.saving.until == null ? moment.plus(PATIENCE) : d.saving.until;
            d.saving = new Saving(d.saving.folder, State.WANTED, d.saving.tries + 1, until);
            d.wakeAt = moment.plus(LEASE);
            if (d.saving.tries == 1) {
                d.note(moment, d.attempt().number, "save", "begins, into " + d.saving.folder);
            } else {
                d.again(moment, d.attempt().number, "save");
            }
        }
    }

    /** The files are there. */
    static void saved(JobRecord.Draft d, Moment moment, List<SavedFile> files) {
        if (d.saving == null || !d.saving.isWanted()) {
            return;
        }
        d.saving = new Saving(d.saving.folder, State.SAVED, d.saving.tries, d.saving.until);
        d.wakeAt = null;
        d.trouble = null;
        for (SavedFile file : files) {
            d.note(
                    moment,
                    d.attempt().number,
                    "saved",
                    file.file() + ", " + file.bytes() + " bytes",
                    Map.of("file", file.file().toString(), "sha256", file.sha256()));
        }
    }

    /** It did not work: again after a growing pause, for a day. */
    static void failed(JobRecord.Draft d, Moment moment, String why) {
        Saving saving = d.saving;
        if (saving == null || !saving.isWanted()) {
            return;
        }
        boolean over = saving.until != null && !moment.at().isBefore(saving.until);
        if (saving.tries == 1 || over) {
            d.note(moment, d.attempt().number, "saved", (over ? "not saved, and given up: " : "not saved yet: ") + why);
        } else {
            d.again(moment, d.attempt().number, "saved");
        }
        Instant since = d.trouble == null ? moment.at() : d.trouble.since();
        d.trouble = new Trouble(since, "not-saved", why, false);
        if (over) {
            d.saving = new Saving(saving.folder, State.GIVEN_UP, saving.tries, saving.until);
            d.wakeAt = null;
        } else {
            d.wakeAt = moment.plus(Duration.ofMillis(PAUSES.apply(saving.tries)));
        }
    }
}
