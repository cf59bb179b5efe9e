package io.videojob.internal.assembly;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a job may cost before it is taken; what all jobs of a day may cost is the journal's admission to decide.
 *
 * @param perJob US dollars that one job may cost; null for no limit
 * @param limited true if any budget is set, so that unpriced models matter
 * @param unpricedAllowed true if a model without a published price may be used
 * @param unpricedAs what to set aside for such a model; null for nothing
 */
record Budget(
        @Nullable BigDecimal perJob,
        boolean limited,
        boolean unpricedAllowed,
        @Nullable BigDecimal unpricedAs) {

    /** Why a job of that price is not taken. */
    Optional<String> refusal(@Nullable BigDecimal price) {
        BigDecimal counted = toReserve(price);
        if (limited && counted == null && !unpricedAllowed) {
            return Optional.of("the model's price is not published, and videojob.budget.unpriced = refuse; "
                    + "allow it, or set an amount to count for it");
        }
        if (perJob != null && counted != null && counted.compareTo(perJob) > 0) {
            return Optional.of("it costs " + counted.toPlainString() + " USD, and videojob.budget.per-job is "
                    + perJob.toPlainString());
        }
        return Optional.empty();
    }

    /** The amount that is set aside for a job of that price. */
    @Nullable
    BigDecimal toReserve(@Nullable BigDecimal price) {
        return price != null ? price : unpricedAs;
    }
}
