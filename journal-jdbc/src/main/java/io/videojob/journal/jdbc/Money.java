package io.videojob.journal.jdbc;

import io.videojob.spi.AdmissionLimits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What a budget has left, inside a transaction of the caller's. In nano-dollars and microseconds. */
final class Money {
    private record Spending(long at, long amount) {}

    private final Connection connection;
    private final BigDecimal budget;
    private final long period;
    private final long periodBegin;
    private final long room;

    private Money(Connection connection, BigDecimal budget, long period, Instant now) throws SQLException {
        this.connection = connection;
        this.budget = budget;
        this.period = period;
        this.periodBegin = Units.micros(now) - period;
        long held = Sql.number(connection, "SELECT sum(held_nano) FROM videojob_job WHERE held_nano IS NOT NULL");
        long spent = Sql.number(
                connection,
                "SELECT sum(spent_nano) FROM videojob_job WHERE spent_nano IS NOT NULL AND paid_at > ?",
                periodBegin);
        this.room = Units.nanoDollars(budget, RoundingMode.FLOOR) - held - spent;
    }

    /** Of limits that have a budget. */
    static Money of(Connection connection, AdmissionLimits limits, Instant now) throws SQLException {
        BigDecimal budget = limits.budgetLimit().orElseThrow();
        return new Money(connection, budget, Units.micros(limits.budgetPeriod()), now);
    }

    long room() {
        return room;
    }

    /** When there is room for {@code wanted}, for which there is none now. */
    Gate gate(long wanted) throws SQLException {
        return new Gate(
                whenRoomFor(wanted),
                "of the budget of " + budget.toPlainString() + " USD, "
                        + Units.dollars(room).toPlainString() + " are left, and the cheapest in line wants "
                        + Units.dollars(wanted).toPlainString());
    }

    private long whenRoomFor(long wanted) throws SQLException {
        List<Spending> spendings =
                Sql.rows(connection, row -> new Spending(row.getLong(1), row.getLong(2)), """
                SELECT paid_at, spent_nano FROM videojob_job WHERE spent_nano IS NOT NULL AND paid_at > ?
                ORDER BY paid_at""", periodBegin);
        long roomThen = room;
        for (Spending spending : spendings) {
            roomThen += spending.amount;
            if (wanted <= roomThen) {
                return spending.at + period;
            }
        }
        return Units.FOREVER;
    }
}
