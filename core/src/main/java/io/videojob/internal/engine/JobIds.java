package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.Timing;

/** Makes ids: 48 bits of milliseconds, then 80 bits of randomness, in 26 letters of Crockford's base 32, which sort by time. */
public final class JobIds {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    private JobIds() {}

    /** A new id. */
    public static JobId next(Timing timing) {
        StringBuilder id = new StringBuilder(26);
        append(id, timing.now().toEpochMilli(), 10);
        append(id, timing.random().nextLong(), 8);
        append(id, timing.random().nextLong(), 8);
        return JobId.parse(id.toString());
    }

    private static void append(StringBuilder id, long bits, int letters) {
        for (int i = letters - 1; i >= 0; i--) {
            id.append(ALPHABET[(int) (bits >>> (5 * i)) & 31]);
        }
    }
}
