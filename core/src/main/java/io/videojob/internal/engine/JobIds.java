package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.Timing;

/**
 * Makes ids: 50 bits of milliseconds, then 80 bits that start at random and count up within a millisecond, in 26 letters of
 * Crockford's base 32. Ids that one maker makes sort in the order in which they were made.
 */
final class JobIds {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private final Timing timing;
    private long millis;
    private long high;
    private long low;

    JobIds(Timing timing) {
        this.timing = timing;
    }

    /** A new id. */
    synchronized JobId next() {
        long now = timing.now().toEpochMilli();
        if (now > millis) {
            millis = now;
            high = timing.random().nextLong() & 0xff_ffff_ffffL;
            low = timing.random().nextLong() & 0xff_ffff_ffffL;
        } else if (++low > 0xff_ffff_ffffL) {
            low = 0;
            high++;
        }
        StringBuilder id = new StringBuilder(26);
        append(id, millis, 10);
        append(id, high, 8);
        append(id, low, 8);
        return JobId.parse(id.toString());
    }

    private static void append(StringBuilder id, long bits, int letters) {
        for (int i = letters - 1; i >= 0; i--) {
            id.append(ALPHABET[(int) (bits >>> (5 * i)) & 31]);
        }
    }
}
