package io.videojob.spi;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent: the sum of what jobs hold now, and of what they spent within the period.
 *
 * @param all US dollars at all providers together; null for no limit
 * @param own US dollars at the provider whose line is asked; null for no limit
 * @param period over which spent money counts, back from now
 */
public record SpendingLimits(
        @Nullable BigDecimal all, @Nullable BigDecimal own, Duration period) {

    /** No limit at all. */
    public static SpendingLimits none() {
        return new SpendingLimits(null, null, Duration.ofDays(1));
    }

    /** {@link #all()}, if there is such a limit. */
    public Optional<BigDecimal> limitOfAll() {
        return Optional.ofNullable(all);
    }

    /** {@link #own()}, if there is such a limit. */
    public Optional<BigDecimal> limitOfOwn() {
        return Optional.ofNullable(own);
    }
}
