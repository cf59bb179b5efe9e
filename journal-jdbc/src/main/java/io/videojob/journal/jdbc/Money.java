package io.videojob.journal.jdbc;

import io.videojob.spi.Admission;
import io.videojob.spi.ProviderMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a budget has left, inside a transaction of the caller's. In nano-dollars and microseconds.
 *
 * @param room what it has left
 */
record Money(Budget budget, long room) {
    private record Spending(long at, long amount) {}

    /**
     * What may be spent, and how to ask what was.
     *
     * @param provider null for all of them together
     * @param period over which spent money counts
     */
    record Budget(@Nullable String provider, BigDecimal limit, long period, long now) {

        /** A query for what jobs hold of it. */
        String held() {
            return "SELECT sum(held_nano) FROM videojob_job WHERE held_nano IS NOT NULL" + where();
        }

        Object[] heldValues() {
            return values();
        }

        /** A query for what was spent of it, of that what still counts. */
        String spent() {
            return "SELECT sum(nano) FROM videojob_spent WHERE paid_at > ?" + where();
        }

        Object[] spentValues() {
            return values(now - period);
        }

        Money with(long held, long spent) {
            return new Money(this, Units.nanoDollars(limit, RoundingMode.FLOOR) - held - spent);
        }

        private String where() {
            return provider == null ? "" : " AND provider = ?";
        }

        private Object[] values(Object... first) {
            return provider == null
                    ? first
                    : Stream.concat(Stream.of(first), Stream.of(provider)).toArray();
        }
    }

    /** What all jobs hold, and spent after that time. */
    static List<ProviderMoney> byProvider(Connection connection, Instant after) throws SQLException {
        return Sql.rows(
                connection,
                row -> new ProviderMoney(
                        row.getString(1), Units.dollars(row.getLong(2)), Units.dollars(row.getLong(3))),
                """
                SELECT provider, sum(spent), sum(held) FROM (
                    SELECT provider, nano AS spent, 0 AS held FROM videojob_spent WHERE paid_at > ?
                    UNION ALL
                    SELECT coalesce(provider, ''), 0, held_nano FROM videojob_job WHERE held_nano IS NOT NULL) AS money
                GROUP BY provider ORDER BY provider""",
                Units.micros(after));
    }

    /** What a lack of this money is. */
    Admission.Budget whenUsedUp() {
        return budget.provider == null ? Admission.Budget.ALL_USED_UP : Admission.Budget.OWN_USED_UP;
    }

    /** Whether, or when, there is room for {@code wanted}. */
    Gate gate(Connection connection, long wanted) throws SQLException {
        if (wanted <= room) {
            return Gate.OPEN;
        }
        return new Gate(
                whenRoomFor(connection, wanted),
                "of the budget" + (budget.provider == null ? "" : " for " + budget.provider) + " of "
                        + budget.limit.toPlainString() + " USD, "
                        + Units.dollars(room).toPlainString() + " are left, and the cheapest in line wants "
                        + Units.dollars(wanted).toPlainString());
    }

    private long whenRoomFor(Connection connection, long wanted) throws SQLException {
        List<Spending> spendings = Sql.rows(
                connection,
                row -> new Spending(row.getLong(1), row.getLong(2)),
                "SELECT paid_at, nano FROM videojob_spent WHERE paid_at > ?" + budget.where() + " ORDER BY paid_at",
                budget.spentValues());
        long roomThen = room;
        for (Spending spending : spendings) {
            roomThen += spending.amount;
            if (wanted <= roomThen) {
                return spending.at + budget.period;
            }
        }
        return Units.FOREVER;
    }
}
