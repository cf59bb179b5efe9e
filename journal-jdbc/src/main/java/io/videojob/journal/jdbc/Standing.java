package io.videojob.journal.jdbc;

import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How things stand at a provider, all of one moment, which one statement reads: others may write jobs beside an admission.
 *
 * @param cheapest the least that somebody in line wants
 * @param slots whether one is free
 * @param window whether it has room for a send
 * @param budgets of both, the one that matters more comes last
 */
record Standing(long cheapest, Gate slots, Gate window, List<Money> budgets) {

    static Standing read(Connection connection, String provider, AdmissionLimits limits, Instant now)
            throws SQLException {
        Question question = new Question();
        question.ask(
                "SELECT min(wanted_nano) FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ?", provider);
        if (limits.maxInFlight() > 0) {
            question.ask("""
                    SELECT slot_until FROM videojob_job WHERE provider = ? AND slot_until > ?
                    ORDER BY slot_until DESC LIMIT 1 OFFSET ?""", provider, Units.micros(now), limits.maxInFlight() - 1);
        }
        if (limits.creates() > 0) {
            question.ask("""
                    SELECT counts_at FROM videojob_send WHERE provider = ? AND counts_at > ?
                    ORDER BY counts_at DESC LIMIT 1 OFFSET ?""", provider, Units.micros(now) - Units.micros(limits.window()), limits.creates() - 1);
        }
        List<Money.Budget> budgets = budgets(provider, limits.spending(), now);
        for (Money.Budget budget : budgets) {
            question.ask(budget.held(), budget.heldValues());
            question.ask(budget.spent(), budget.spentValues());
        }
        return question.answer(connection, answer -> {
            long cheapest = answer.next(0);
            Gate slots = limits.maxInFlight() <= 0 ? Gate.OPEN : slots(answer.next(Gate.OPEN.opensAt()), limits);
            Gate window = limits.creates() <= 0 ? Gate.OPEN : window(answer.next(Gate.OPEN.opensAt()), limits);
            List<Money> money = new ArrayList<>();
            for (Money.Budget budget : budgets) {
                money.add(budget.with(answer.next(0), answer.next(0)));
            }
            return new Standing(cheapest, slots, window, money);
        });
    }

    /** What every budget has left. */
    long room() {
        return budgets.stream().mapToLong(Money::room).min().orElse(Long.MAX_VALUE);
    }

    private static List<Money.Budget> budgets(String provider, SpendingLimits spending, Instant now) {
        List<Money.Budget> budgets = new ArrayList<>();
        spending.limitOfOwn()
                .ifPresent(own -> budgets.add(
                        new Money.Budget(provider, own, Units.micros(spending.period()), Units.micros(now))));
        spending.limitOfAll()
                .ifPresent(all ->
                        budgets.add(new Money.Budget(null, all, Units.micros(spending.period()), Units.micros(now))));
        return budgets;
    }

    private static Gate slots(long until, AdmissionLimits limits) {
        return until == Gate.OPEN.opensAt()
                ? Gate.OPEN
                : new Gate(until, "all " + limits.maxInFlight() + " slots are taken");
    }

    private static Gate window(long countsAt, AdmissionLimits limits) {
        return countsAt == Gate.OPEN.opensAt()
                ? Gate.OPEN
                : new Gate(
                        countsAt + Units.micros(limits.window()),
                        limits.creates() + " creates lie within " + limits.window());
    }

    /** Many numbers in one statement. */
    private static final class Question {
        private final List<String> columns = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        /** Asks for a number, which may be missing. */
        void ask(String select, Object... itsValues) {
            columns.add("(" + select + ")");
            values.addAll(List.of(itsValues));
        }

        <T> T answer(Connection connection, Reader<T> reader) throws SQLException {
            return Sql.first(
                            connection,
                            row -> reader.read(new Answer(row)),
                            "SELECT " + String.join(", ", columns),
                            values.toArray())
                    .orElseThrow();
        }
    }

    private interface Reader<T> {
        T read(Answer answer) throws SQLException;
    }

    /** The numbers, in the order in which they were asked for. */
    private static final class Answer {
        private final ResultSet row;
        private int column;

        Answer(ResultSet row) {
            this.row = row;
        }

        long next(long whenMissing) throws SQLException {
            long number = row.getLong(++column);
            return row.wasNull() ? whenMissing : number;
        }
    }
}
