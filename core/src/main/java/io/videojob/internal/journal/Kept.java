package io.videojob.internal.journal;

import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A job, and since when its money counts.
 *
 * @param paidAt when it was last admitted, before that when it was made: what it {@link StoredJob#spent()} counts from then
 */
record Kept(StoredJob job, Instant paidAt) {

    /** Orders by a time that all of them have, then by id. */
    static Comparator<Kept> by(Function<StoredJob, Instant> time) {
        return Comparator.comparing((Kept kept) -> time.apply(kept.job)).thenComparing(kept -> kept.job.id());
    }

    boolean open() {
        return !job.status().isFinal();
    }

    boolean inLine() {
        return open() && job.lineSince().isPresent() && job.provider().isPresent();
    }

    boolean wakes() {
        return job.wakeAt().isPresent();
    }

    /** Nothing depends on it any more. */
    boolean isOver(Instant endedBefore) {
        return !open()
                && job.endedAt().filter(endedBefore::isAfter).isPresent()
                && paidAt.isBefore(endedBefore)
                && !wakes()
                && job.slotUntil().isEmpty()
                && job.reserved().isEmpty();
    }

    /** What it wants to reserve, while in line. */
    BigDecimal wanted() {
        return job.reserved().orElse(BigDecimal.ZERO);
    }

    /** What it holds and spent, by provider; without one under the empty name. */
    Map<String, Amounts> money() {
        Map<String, Amounts> money = new HashMap<>();
        job.spentElsewhere().forEach((provider, spent) -> money.put(provider, new Amounts(BigDecimal.ZERO, spent)));
        BigDecimal held = inLine() ? BigDecimal.ZERO : job.reserved().orElse(BigDecimal.ZERO);
        money.put(job.provider().orElse(""), new Amounts(held, job.spent().orElse(BigDecimal.ZERO)));
        return money;
    }

    /** US dollars. */
    record Amounts(BigDecimal held, BigDecimal spent) {
        Amounts plus(Amounts other) {
            return new Amounts(held.add(other.held), spent.add(other.spent));
        }
    }
}
