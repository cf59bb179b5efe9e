package io.videojob.internal.journal;

import io.videojob.spi.Admission;
import io.videojob.spi.JobJournal;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One limit as it stands now. Left alone a gate opens once and stays open: slots run out, sends and spent money grow old.
 * So somebody fits when the last gate has opened.
 *
 * @param opensAt {@link Instant#MIN} if it is open; {@link JobJournal#FOREVER} or later if only news can open it
 * @param why what stands in the way
 */
record Gate(Instant opensAt, String why) {
    static final Gate OPEN = new Gate(Instant.MIN, "open");

    boolean isOpen() {
        return opensAt.equals(Instant.MIN);
    }

    /** The answer when not all of these are open. */
    static Admission closed(Gate... gates) {
        Gate last = Stream.of(gates).max(Comparator.comparing(Gate::opensAt)).orElseThrow();
        return last.opensAt.isBefore(JobJournal.FOREVER)
                ? Admission.notBefore(last.opensAt, last.why)
                : Admission.blocked(last.why);
    }
}
