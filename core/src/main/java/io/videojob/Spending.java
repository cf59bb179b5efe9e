package io.videojob;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the jobs of a journal spent and hold, beside what they may: of one moment, in US dollars, over all programs that share
 * the journal.
 *
 * <p>A day is not one of the calendar: it is the 24 hours before now. What a job spent counts from when it was let through to
 * its provider the last time. What a vendor didn't report counts as it was estimated, a job without a published price as
 * {@code videojob.budget.unpriced} says. An attempt that may be billed and was given up counts as spent; so does an orphan.
 */
public final class Spending {
    private final Duration period;
    private final Sum all;
    private final Map<String, Sum> providers;
    private final @Nullable BigDecimal perJob;

    /** For the engine. */
    public Spending(Duration period, Sum all, Map<String, Sum> providers, @Nullable BigDecimal perJob) {
        this.period = requireNonNull(period, "period");
        this.all = requireNonNull(all, "all");
        this.providers = Collections.unmodifiableMap(new LinkedHashMap<>(providers));
        this.perJob = perJob;
    }

    /** ISO 4217 code of all amounts. */
    public String currency() {
        return "USD";
    }

    /** For how long spent money counts. */
    public Duration period() {
        return period;
    }

    /** All providers together, beside {@code videojob.budget.per-day}. */
    public Sum all() {
        return all;
    }

    /**
     * Each provider, beside {@code videojob.provider.NAME.budget.per-day}: first those in use, in the order of the route, then
     * others that the journal knows of.
     */
    public Map<String, Sum> providers() {
        return providers;
    }

    /** What one job may cost: {@code videojob.budget.per-job}, if it is set. */
    public Optional<BigDecimal> perJob() {
        return Optional.ofNullable(perJob);
    }

    /** True if there is a limit on what a day may cost, of whatever provider. */
    public boolean isLimited() {
        return all.limit().isPresent()
                || providers.values().stream().anyMatch(sum -> sum.limit().isPresent());
    }

    @Override
    public String toString() {
        return "in " + period.toHours() + " h: " + all + " " + providers;
    }

    /** What was spent, is held, and is left of one budget. */
    public static final class Sum {
        private final BigDecimal spent;
        private final BigDecimal reserved;
        private final @Nullable BigDecimal limit;

        /** For the engine. */
        public Sum(BigDecimal spent, BigDecimal reserved, @Nullable BigDecimal limit) {
            this.spent = requireNonNull(spent, "spent");
            this.reserved = requireNonNull(reserved, "reserved");
            this.limit = limit;
        }

        /** What jobs that count were billed, or may have been. */
        public BigDecimal spent() {
            return spent;
        }

        /** What jobs hold that are being sent, that run, or that nobody knows the outcome of. */
        public BigDecimal reserved() {
            return reserved;
        }

        /** The budget, if there is one. */
        public Optional<BigDecimal> limit() {
            return Optional.ofNullable(limit);
        }

        /**
         * What the budget has left; empty if there is none. Below zero if vendors charged more than had been estimated, or the
         * budget was lowered.
         */
        public Optional<BigDecimal> left() {
            return limit().map(most -> most.subtract(spent).subtract(reserved));
        }

        @Override
        public String toString() {
            return spent.toPlainString() + " spent, " + reserved.toPlainString() + " reserved"
                    + left().map(rest -> ", " + rest.toPlainString() + " left").orElse("");
        }
    }
}
