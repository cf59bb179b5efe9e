package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Times and amounts as the numbers that a database orders, adds and compares: microseconds since 1970, and nano-dollars.
 * What doesn't fit stops at the ends: a time at the years 0 and 9999, an amount at a million dollars.
 */
final class Units {
    static final long FOREVER = exactMicros(JobJournal.FOREVER);

    private static final Instant BEGIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final long MICROS = 1_000_000;
    private static final BigDecimal MOST = new BigDecimal(1_000_000);

    private Units() {}

    /** Rounded down. */
    static long micros(Instant time) {
        if (time.isAfter(JobJournal.FOREVER)) {
            return FOREVER;
        }
        return exactMicros(time.isBefore(BEGIN) ? BEGIN : time);
    }

    /** Rounded up. */
    static long microsUp(Instant time) {
        return time.isAfter(JobJournal.FOREVER) ? FOREVER : micros(time.plusNanos(999));
    }

    /** Rounded up. A span longer than the time that there is becomes as long as that. */
    static long micros(Duration span) {
        if (span.compareTo(Duration.between(BEGIN, JobJournal.FOREVER)) > 0) {
            return FOREVER - exactMicros(BEGIN);
        }
        return span.getSeconds() * MICROS + (span.getNano() + 999) / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    /** Rounded up, so that a sum of them is never less than the sum of the amounts. */
    static long nanoDollars(BigDecimal amount) {
        return nanoDollars(amount, RoundingMode.CEILING);
    }

    static long nanoDollars(BigDecimal amount, RoundingMode rounding) {
        return amount.min(MOST)
                .max(MOST.negate())
                .movePointRight(9)
                .setScale(0, rounding)
                .longValueExact();
    }

    static BigDecimal dollars(long nanoDollars) {
        return BigDecimal.valueOf(nanoDollars, 9).stripTrailingZeros();
    }

    private static long exactMicros(Instant time) {
        return time.getEpochSecond() * MICROS + time.getNano() / 1_000;
    }
}
