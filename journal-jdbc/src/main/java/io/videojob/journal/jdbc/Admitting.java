package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One admission, inside a transaction of the caller's. */
final class Admitting {
    private final Connection connection;
    private final String provider;
    private final AdmissionLimits limits;
    private final Instant now;

    Admitting(Connection connection, String provider, AdmissionLimits limits, Instant now) {
        this.connection = connection;
        this.provider = provider;
        this.limits = limits;
        this.now = now;
    }

    Admission admit() throws SQLException {
        if (nobodyWaits()) {
            return Admission.nobodyWaits();
        }
        List<Money> budgets = budgets();
        long room = budgets.stream().mapToLong(Money::room).min().orElse(Long.MAX_VALUE);
        Optional<JobId> oldest = oldestWithin(room);
        List<Gate> gates = new ArrayList<>();
        UnaryOperator<Admission> lack = closed -> closed;
        if (oldest.isEmpty()) {
            long cheapest = cheapest();
            for (Money budget : budgets) {
                Gate gate = budget.gate(cheapest);
                gates.add(gate);
                lack = gate.isOpen() ? lack : closed -> closed.forLackOf(budget.whenUsedUp(), gate.why());
            }
        }
        gates.add(slotGate());
        gates.add(Sends.gate(connection, provider, limits, now));
        if (!gates.stream().allMatch(Gate::isOpen)) {
            return lack.apply(Gate.closed(gates));
        }
        StoredJob admitted = admit(oldest.orElseThrow());
        Sends.admitted(connection, admitted, limits, now);
        return Admission.of(admitted);
    }

    /** Of both, the one that matters more comes last. */
    private List<Money> budgets() throws SQLException {
        SpendingLimits spending = limits.spending();
        List<Money> budgets = new ArrayList<>();
        if (spending.limitOfOwn().isPresent()) {
            budgets.add(Money.of(provider, connection, spending.limitOfOwn().get(), spending.period(), now));
        }
        if (spending.limitOfAll().isPresent()) {
            budgets.add(Money.ofAll(connection, spending.limitOfAll().get(), spending.period(), now));
        }
        return budgets;
    }

    private boolean nobodyWaits() throws SQLException {
        return Sql.rows(
                        connection,
                        row -> row.getInt(1),
                        "SELECT 1 FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ? LIMIT 1",
                        provider)
                .isEmpty();
    }

    private long cheapest() throws SQLException {
        return Sql.number(
                connection,
                "SELECT min(wanted_nano) FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ?",
                provider);
    }

    private Gate slotGate() throws SQLException {
        if (limits.maxInFlight() <= 0) {
            return Gate.OPEN;
        }
        List<Long> latest =
                Sql.rows(connection, row -> row.getLong(1), """
                SELECT slot_until FROM videojob_job WHERE provider = ? AND slot_until > ?
                ORDER BY slot_until DESC LIMIT ?""", provider, Units.micros(now), limits.maxInFlight());
        if (latest.size() < limits.maxInFlight()) {
            return Gate.OPEN;
        }
        return new Gate(latest.get(latest.size() - 1), "all " + limits.maxInFlight() + " slots are taken");
    }

    private Optional<JobId> oldestWithin(long room) throws SQLException {
        return Sql.first(connection, row -> JobId.parse(row.getString(1)), """
                SELECT id FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ? AND wanted_nano <= ?
                ORDER BY line_since, id LIMIT 1""", provider, room);
    }

    private StoredJob admit(JobId id) throws SQLException {
        Sql.change(
                connection,
                """
                UPDATE videojob_job SET version = version + 1, status = ?, line_since = NULL, slot_until = ?,
                    wake_at = ?, paid_at = ?, wanted_nano = NULL,
                    held_nano = CASE WHEN reserved IS NULL THEN NULL ELSE wanted_nano END
                WHERE id = ?""",
                JobStatus.SUBMITTING.name(),
                Units.FOREVER,
                Units.micros(now),
                Units.micros(now),
                id.toString());
        Sql.change(
                connection, "UPDATE videojob_spent SET paid_at = ? WHERE job_id = ?", Units.micros(now), id.toString());
        return JobRows.find(connection, id).orElseThrow();
    }
}
