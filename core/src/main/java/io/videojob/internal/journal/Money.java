package io.videojob.internal.journal;

import io.videojob.JobId;
import io.videojob.internal.journal.Kept.Amounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What jobs hold and spent, at one provider or at all. Keeps sums, so that asking costs no walk over all jobs. */
final class Money {
    private record Spending(Instant at, JobId job) {}

    private static final JobId LAST_ID = JobId.parse("z".repeat(64));

    private final NavigableMap<Spending, BigDecimal> spendings =
            new TreeMap<>(Comparator.comparing(Spending::at).thenComparing(Spending::job));
    private BigDecimal held = BigDecimal.ZERO;

    /** The sum of what was spent after this time. */
    private BigDecimal spent = BigDecimal.ZERO;

    private Instant after = Instant.MIN;

    void add(Kept kept, Amounts amounts) {
        held = held.add(amounts.held());
        if (amounts.spent().signum() != 0) {
            spendings.put(new Spending(kept.paidAt(), kept.job().id()), amounts.spent());
            spent = kept.paidAt().isAfter(after) ? spent.add(amounts.spent()) : spent;
        }
    }

    void remove(Kept kept, Amounts amounts) {
        held = held.subtract(amounts.held());
        if (amounts.spent().signum() != 0) {
            spendings.remove(new Spending(kept.paidAt(), kept.job().id()));
            spent = kept.paidAt().isAfter(after) ? spent.subtract(amounts.spent()) : spent;
        }
    }

    /** What is held, and what was spent after that time. */
    Amounts since(Instant time) {
        sumAfter(time);
        return new Amounts(held, spent);
    }

    /** What a budget has left. */
    BigDecimal room(BigDecimal budget, Duration period, Instant now) {
        Amounts used = since(Spans.before(now, period));
        return budget.subtract(used.held()).subtract(used.spent());
    }

    /**
     * Whether, or when, there is room for {@code wanted}.
     *
     * @param budget null for no limit
     * @param whose the budget, in words
     */
    Gate gate(BigDecimal wanted, @Nullable BigDecimal budget, Duration period, Instant now, String whose) {
        if (budget == null) {
            return Gate.OPEN;
        }
        BigDecimal room = room(budget, period, now);
        if (wanted.compareTo(room) <= 0) {
            return Gate.OPEN;
        }
        return new Gate(
                whenRoomFor(wanted, room, period),
                "of " + whose + " of " + budget.toPlainString() + " USD, " + room.toPlainString()
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
