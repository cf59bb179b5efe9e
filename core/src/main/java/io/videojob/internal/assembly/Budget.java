package io.videojob.internal.assembly;

import io.videojob.Spending;
import io.videojob.internal.config.Settings;
import io.videojob.internal.config.Unpriced;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.SpendingLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a job, and what a day, may cost. What could never be sent is refused before it is taken; whether there is room for it
 * now is the journal's admission to decide.
 *
 * @param perJob US dollars that one job may cost; null for no limit
 * @param perDay US dollars that all jobs of a day may cost; null for no limit
 * @param perDayAt the same for one provider, by name; null for those without a limit
 * @param unpriced what becomes of models without a published price
 */
record Budget(
        @Nullable BigDecimal perJob,
        @Nullable BigDecimal perDay,
        Map<String, @Nullable BigDecimal> perDayAt,
        Unpriced unpriced) {

    /** A day: any 24 hours, not one of the calendar. */
    private static final Duration PERIOD = Duration.ofDays(1);

    private static final String PER_DAY = "videojob.budget.per-day";

    /** What the settings say, for these providers. */
    static Budget of(Settings settings, Collection<String> providers) {
        Map<String, @Nullable BigDecimal> perDayAt = new LinkedHashMap<>();
        providers.forEach(name ->
                perDayAt.put(name, settings.provider(name).budgetPerDay().orElse(null)));
        return new Budget(
                settings.budgetPerJob().orElse(null),
                settings.budgetPerDay().orElse(null),
                perDayAt,
                settings.unpriced());
    }

    /** What the journal holds admissions to. */
    SpendingLimits limits(String provider) {
        return new SpendingLimits(perDay, perDayAt.get(provider), PERIOD);
    }

    /** Why a job of that price is not taken. */
    Optional<String> refusal(String provider, @Nullable BigDecimal price) {
        BigDecimal counted = toReserve(provider, price);
        if (counted == null) {
            return isLimited(provider) && !unpriced.isAllowed()
                    ? Optional.of("the model's price is not published, and videojob.budget.unpriced = refuse; "
                            + "allow it, or set an amount to count for it")
                    : Optional.empty();
        }
        return tooDear(counted, perJob, "videojob.budget.per-job")
                .or(() -> tooDear(counted, perDay, PER_DAY))
                .or(() -> tooDear(counted, perDayAt.get(provider), keyOf(provider)));
    }

    private static Optional<String> tooDear(BigDecimal counted, @Nullable BigDecimal limit, String key) {
        return limit == null || counted.compareTo(limit) <= 0
                ? Optional.empty()
                : Optional.of("it costs " + counted.toPlainString() + " USD, and " + key + " is "
                        + limit.toPlainString() + "; raise that, or ask for less");
    }

    /** Why a job of that price would not be sent now. */
    Optional<String> shortage(String provider, @Nullable BigDecimal price, Spending spending) {
        BigDecimal counted = toReserve(provider, price);
        Spending.Sum own = spending.providers().get(provider);
        return refusal(provider, price)
                .or(() -> tooLittle(counted, spending.all(), PER_DAY))
                .or(() -> own == null ? Optional.empty() : tooLittle(counted, own, keyOf(provider)));
    }

    private static Optional<String> tooLittle(@Nullable BigDecimal counted, Spending.Sum sum, String key) {
        BigDecimal wanted = counted == null ? BigDecimal.ZERO : counted;
        return sum.left()
                .filter(left -> wanted.compareTo(left) > 0)
                .map(
                        left -> "it costs " + wanted.toPlainString() + " USD, and " + key + " has "
                                + left.toPlainString()
                                + " left now: it would wait until others are settled or a day old; raise that, or ask for less");
    }

    /** The amount that is set aside for a job of that price. */
    @Nullable
    BigDecimal toReserve(String provider, @Nullable BigDecimal price) {
        return price != null || !isLimited(provider) ? price : unpriced.amount().orElse(null);
    }

    /** True if a day has a limit anywhere. */
    boolean isLimitedByDay() {
        return perDay != null || perDayAt.values().stream().anyMatch(limit -> limit != null);
    }

    private boolean isLimited(String provider) {
        return perJob != null || perDay != null || perDayAt.get(provider) != null;
    }

    private static String keyOf(String provider) {
        return "videojob.provider." + provider + ".budget.per-day";
    }

    /** What the journal says of it now. */
    Spending spending(JobJournal journal, Instant now) {
        List<ProviderMoney> money = journal.money(now.minus(PERIOD));
        Map<String, Spending.Sum> providers = new LinkedHashMap<>();
        perDayAt.forEach(
                (name, limit) -> providers.put(name, new Spending.Sum(BigDecimal.ZERO, BigDecimal.ZERO, limit)));
        money.stream()
                .filter(one -> !one.provider().isEmpty())
                .filter(one -> perDayAt.containsKey(one.provider())
                        || one.spent().signum() != 0
                        || one.reserved().signum() != 0)
                .forEach(one -> providers.put(
                        one.provider(), new Spending.Sum(one.spent(), one.reserved(), perDayAt.get(one.provider()))));
        Spending.Sum all =
                new Spending.Sum(sum(money, ProviderMoney::spent), sum(money, ProviderMoney::reserved), perDay);
        return new Spending(PERIOD, all, providers, perJob);
    }

    private static BigDecimal sum(List<ProviderMoney> money, Function<ProviderMoney, BigDecimal> part) {
        return money.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
