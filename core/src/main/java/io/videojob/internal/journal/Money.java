package io.videojob.internal.journal;

import io.videojob.JobId;
import io.videojob.spi.AdmissionLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What all jobs hold and spent. Keeps sums, so that asking costs no walk over all jobs. */
final class Money {
    private record Spending(Instant at, JobId job) {}

    private static final JobId LAST_ID = JobId.parse("z".repeat(64));

    private final NavigableMap<Spending, BigDecimal> spendings =
            new TreeMap<>(Comparator.comparing(Spending::at).thenComparing(Spending::job));
    private BigDecimal held = BigDecimal.ZERO;

    /** The sum of what was spent after this time. */
    private BigDecimal spent = BigDecimal.ZERO;

    private Instant after = Instant.MIN;

    void add(Kept kept) {
        kept.held().ifPresent(amount -> held = held.add(amount));
        kept.job().spent().ifPresent(amount -> {
            spendings.put(new Spending(kept.paidAt(), kept.job().id()), amount);
            spent = kept.paidAt().isAfter(after) ? spent.add(amount) : spent;
        });
    }

    void remove(Kept kept) {
        kept.held().ifPresent(amount -> held = held.subtract(amount));
        kept.job().spent().ifPresent(amount -> {
            spendings.remove(new Spending(kept.paidAt(), kept.job().id()));
            spent = kept.paidAt().isAfter(after) ? spent.subtract(amount) : spent;
        });
    }

    /** What a budget has left. */
    BigDecimal room(BigDecimal budget, Duration period, Instant now) {
        sumAfter(Spans.before(now, period));
        return budget.subtract(held).subtract(spent);
    }

    /** Whether, or when, there is room for {@code wanted}. */
    Gate gate(BigDecimal wanted, AdmissionLimits limits, Instant now) {
        BigDecimal budget = limits.budgetLimit().orElse(null);
        if (budget == null) {
            return Gate.OPEN;
        }
        BigDecimal room = room(budget, limits.budgetPeriod(), now);
        if (wanted.compareTo(room) <= 0) {
            return Gate.OPEN;
        }
        return new Gate(
                whenRoomFor(wanted, room, limits.budgetPeriod()),
                "of the budget of " + budget.toPlainString() + " USD, " + room.toPlainString()
                        + " are left, and the cheapest in line wants " + wanted.toPlainString());
    }

    private Instant whenRoomFor(BigDecimal wanted, BigDecimal roomNow, Duration period) {
        BigDecimal room = roomNow;
        Spending last = new Spending(after, LAST_ID);
        for (Map.Entry<Spending, BigDecimal> spending :
                spendings.tailMap(last, false).entrySet()) {
            room = room.add(spending.getValue());
            if (wanted.compareTo(room) <= 0) {
                return Spans.after(spending.getKey().at, period);
            }
        }
        return Instant.MAX;
    }

    private void sumAfter(Instant time) {
        if (time.isAfter(after)) {
            between(after, time).forEach(old -> spent = spent.subtract(old));
        } else {
            between(time, after).forEach(old -> spent = spent.add(old));
        }
        after = time;
    }

    private Collection<BigDecimal> between(Instant after, Instant until) {
        return spendings
                .subMap(new Spending(after, LAST_ID), false, new Spending(until, LAST_ID), true)
                .values();
    }
}
