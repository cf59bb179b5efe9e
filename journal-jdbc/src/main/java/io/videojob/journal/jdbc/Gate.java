package io.videojob.journal.jdbc;

import io.videojob.spi.Admission;
import java.util.Comparator;
import java.util.List;

/**
 * One limit as it stands now. Left alone a gate opens once and stays open: slots run out, sends and spent money grow old.
 * So somebody fits when the last gate has opened.
 *
 * @param opensAt in microseconds; {@link Long#MIN_VALUE} if it is open, {@link Units#FOREVER} or later if only news can
 *     open it
 * @param why what stands in the way
 */
record Gate(long opensAt, String why) {
    static final Gate OPEN = new Gate(Long.MIN_VALUE, "open");

    boolean isOpen() {
        return opensAt == Long.MIN_VALUE;
    }

    /** The answer when not all of these are open. */
    static Admission closed(List<Gate> gates) {
        Gate last = gates.stream().max(Comparator.comparingLong(Gate::opensAt)).orElseThrow();
        return last.opensAt < Units.FOREVER
                ? Admission.notBefore(Units.instant(last.opensAt), last.why)
                : Admission.blocked(last.why);
    }
}
