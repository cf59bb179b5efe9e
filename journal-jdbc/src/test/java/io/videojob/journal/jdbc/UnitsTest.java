package io.videojob.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.spi.JobJournal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void timesAreKeptToTheMicrosecond() {
        Instant time = Instant.parse("2026-03-01T12:00:00.123456Z");
        assertThat(Units.instant(Units.micros(time))).isEqualTo(time);
        assertThat(Units.instant(Units.micros(time.plusNanos(999)))).isEqualTo(time);
        assertThat(Units.instant(Units.microsUp(time))).isEqualTo(time);
        assertThat(Units.instant(Units.microsUp(time.plusNanos(1)))).isEqualTo(time.plusNanos(1_000));
        Instant before1970 = Instant.parse("1969-12-31T23:59:59.999999Z");
        assertThat(Units.instant(Units.micros(before1970))).isEqualTo(before1970);
    }

    @Test
    void timeEndsAtForever() {
        assertThat(Units.instant(Units.micros(JobJournal.FOREVER))).isEqualTo(JobJournal.FOREVER);
        assertThat(Units.micros(Instant.MAX)).isEqualTo(Units.FOREVER);
        assertThat(Units.microsUp(Instant.MAX)).isEqualTo(Units.FOREVER);
        assertThat(Units.instant(Units.micros(Instant.MIN))).isEqualTo("0000-01-01T00:00:00Z");
    }

    @Test
    void spansAreRoundedUp() {
        assertThat(Units.micros(Duration.ofNanos(1_000_001))).isEqualTo(1_001);
        assertThat(Units.micros(Duration.ofDays(1))).isEqualTo(86_400_000_000L);
        long endless = Units.micros(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
        assertThat(Units.FOREVER + endless).isPositive();
        assertThat(Units.micros(Instant.MIN) - endless).isNegative();
    }

    @Test
    void amountsAreRoundedUpToTheNanoDollar() {
        assertThat(Units.nanoDollars(new BigDecimal("1.5"))).isEqualTo(1_500_000_000);
        assertThat(Units.nanoDollars(new BigDecimal("0.0000000001"))).isEqualTo(1);
        assertThat(Units.nanoDollars(new BigDecimal("0.0000000019"), RoundingMode.FLOOR))
                .isEqualTo(1);
        assertThat(Units.nanoDollars(new BigDecimal("1E+30"))).isEqualTo(1_000_000_000_000_000L);
        assertThat(Units.nanoDollars(new BigDecimal("-1E+30"))).isEqualTo(-1_000_000_000_000_000L);
        assertThat(Units.dollars(1_500_000_000)).isEqualTo(new BigDecimal("1.5"));
    }
}
