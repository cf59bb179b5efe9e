package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One admission, inside a transaction of the caller's. No other admits at this provider meanwhile, nor counts the same
 * money; but jobs may be written beside it, so what was read is looked at again as it is written.
 */
final class Admitting {
    private final Database database;
    private final Connection connection;
    private final String provider;
    private final AdmissionLimits limits;
    private final Instant now;

    Admitting(Database database, Connection connection, String provider, AdmissionLimits limits, Instant now) {
        this.database = database;
        this.connection = connection;
        this.provider = provider;
        this.limits = limits;
        this.now = now;
    }

    Admission admit() throws SQLException {
        if (nobodyWaits()) {
            return Admission.nobodyWaits();
        }
        database.hold(
                connection, limits.spending().limitOfAll().isPresent() ? List.of("", provider) : List.of(provider));
        while (!nobodyWaits()) {
            Standing standing = Standing.read(connection, provider, limits, now);
            Optional<Admission> admission = standing.cheapest() > standing.room() || !isOpen(standing)
                    ? Optional.of(closed(standing))
                    : oldestWithin(standing.room());
            if (admission.isPresent()) {
                return admission.get();
            }
        }
        return Admission.nobodyWaits();
    }

    private static boolean isOpen(Standing standing) {
        return standing.slots().isOpen() && standing.window().isOpen();
    }

    private Admission closed(Standing standing) throws SQLException {
        List<Gate> gates = new ArrayList<>();
        UnaryOperator<Admission> lack = closed -> closed;
        for (Money budget : standing.budgets()) {
            Gate gate =
                    standing.cheapest() <= standing.room() ? Gate.OPEN : budget.gate(connection, standing.cheapest());
            gates.add(gate);
            lack = gate.isOpen() ? lack : closed -> closed.forLackOf(budget.whenUsedUp(), gate.why());
        }
        gates.add(standing.slots());
        gates.add(standing.window());
        return lack.apply(Gate.closed(gates));
    }

    private boolean nobodyWaits() throws SQLException {
        return Sql.rows(
                        connection,
                        row -> row.getInt(1),
                        "SELECT 1 FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ? LIMIT 1",
                        provider)
                .isEmpty();
    }

    /** Nothing if whoever was there before is not any more. */
    private Optional<Admission> oldestWithin(long room) throws SQLException {
        Optional<JobId> oldest = Sql.first(connection, row -> JobId.parse(row.getString(1)), """
                SELECT id FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ? AND wanted_nano <= ?
                ORDER BY line_since, id LIMIT 1""", provider, room);
        if (oldest.isEmpty() || !write(oldest.get(), room)) {
            return Optional.empty();
        }
        StoredJob admitted = JobRows.find(connection, oldest.get()).orElseThrow();
        Sends.admitted(connection, admitted, limits, now);
        return Optional.of(Admission.of(admitted));
    }

    private boolean write(JobId id, long room) throws SQLException {
        String sql = """
                UPDATE videojob_job SET version = version + 1, status = ?, line_since = NULL, slot_until = ?,
                    wake_at = ?, paid_at = ?, wanted_nano = NULL,
                    held_nano = CASE WHEN reserved IS NULL THEN NULL ELSE wanted_nano END
                WHERE id = ? AND wanted_nano IS NOT NULL AND provider = ? AND wanted_nano <= ?""";
        Object[] values = {
            JobStatus.SUBMITTING.name(),
            Units.FOREVER,
            Units.micros(now),
            Units.micros(now),
            id.toString(),
            provider,
            room
        };
        if (Sql.change(connection, sql, values) == 0) {
            return false;
        }
        Sql.change(
                connection, "UPDATE videojob_spent SET paid_at = ? WHERE job_id = ?", Units.micros(now), id.toString());
        return true;
    }
}
