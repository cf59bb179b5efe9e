package io.videojob.journal.jdbc;

import io.videojob.spi.Admission;
import io.videojob.spi.ProviderMoney;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a budget has left, inside a transaction of the caller's. In nano-dollars and microseconds. */
final class Money {
    private record Spending(long at, long amount) {}

    private final Connection connection;
    private final @Nullable String provider;
    private final BigDecimal budget;
    private final long period;
    private final long periodBegin;
    private final long room;

    private Money(Connection connection, @Nullable String provider, BigDecimal budget, Duration period, Instant now)
            throws SQLException {
        this.connection = connection;
        this.provider = provider;
        this.budget = budget;
        this.period = Units.micros(period);
        this.periodBegin = Units.micros(now) - this.period;
        long held = Sql.number(
                connection, "SELECT sum(held_nano) FROM videojob_job WHERE held_nano IS NOT NULL" + where(), values());
        long spent = Sql.number(
                connection,
                "SELECT sum(nano) FROM videojob_spent WHERE TRUE" + where() + " AND paid_at > ?",
                values(periodBegin));
        this.room = Units.nanoDollars(budget, RoundingMode.FLOOR) - held - spent;
    }

    /** Of a budget for all providers together. */
    static Money ofAll(Connection connection, BigDecimal budget, Duration period, Instant now) throws SQLException {
        return new Money(connection, null, budget, period, now);
    }

    /** Of a budget for one provider. */
    static Money of(String provider, Connection connection, BigDecimal budget, Duration period, Instant now)
            throws SQLException {
        return new Money(connection, provider, budget, period, now);
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
                    SELECT coalesce(provider, ''), 0, held_nano FROM videojob_job WHERE held_nano IS NOT NULL)
                GROUP BY provider ORDER BY provider""",
                Units.micros(after));
    }

    /** What a lack of this money is. */
    Admission.Budget whenUsedUp() {
        return provider == null ? Admission.Budget.ALL_USED_UP : Admission.Budget.OWN_USED_UP;
    }

    long room() {
        return room;
    }

    /** Whether, or when, there is room for {@code wanted}. */
    Gate gate(long wanted) throws SQLException {
        if (wanted <= room) {
            return Gate.OPEN;
        }
        return new Gate(
                whenRoomFor(wanted),
                "of the budget" + (provider == null ? "" : " for " + provider) + " of " + budget.toPlainString()
                        + " USD, "
                        + Units.dollars(room).toPlainString() + " are left, and the cheapest in line wants "
                        + Units.dollars(wanted).toPlainString());
    }

    private long whenRoomFor(long wanted) throws SQLException {
        List<Spending> spendings = Sql.rows(
                connection,
                row -> new Spending(row.getLong(1), row.getLong(2)),
                "SELECT paid_at, nano FROM videojob_spent WHERE TRUE" + where() + " AND paid_at > ? ORDER BY paid_at",
                values(periodBegin));
        long roomThen = room;
        for (Spending spending : spendings) {
            roomThen += spending.amount;
            if (wanted <= roomThen) {
                return spending.at + period;
            }
        }
        return Units.FOREVER;
    }

    private String where() {
        return provider == null ? "" : " AND provider = ?";
    }

    private Object[] values(Object... more) {
        return provider == null
                ? more
                : Stream.concat(Stream.of(provider), Stream.of(more)).toArray();
    }
}
