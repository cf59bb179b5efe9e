package io.videojob.journal.jdbc;

import io.videojob.JobStatus;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
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
 * money; but jobs may be written beside it, so whoever was chosen is written only if nobody else has written it since.
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

    /** One query, for those who ask often. */
    static boolean nobodyWaits(Connection connection, String provider) throws SQLException {
        return Sql.rows(
                        connection,
                        row -> row.getInt(1),
                        "SELECT 1 FROM videojob_job WHERE wanted_nano IS NOT NULL AND provider = ? LIMIT 1",
                        provider)
                .isEmpty();
    }

    Admission admit() throws SQLException {
        boolean countsAll = limits.spending().limitOfAll().isPresent();
        database.hold(connection, countsAll ? List.of("", provider) : List.of(provider));
        while (true) {
            Optional<Standing> standing = Standing.read(connection, provider, limits, now);
            if (standing.isEmpty()) {
                return Admission.nobodyWaits();
            }
            Optional<Admission> admission =
                    standing.get().isOpen() ? oldestWithin(standing.get()) : Optional.of(closed(standing.get()));
            if (admission.isPresent()) {
                return admission.get();
            }
        }
    }

    private Admission closed(Standing standing) throws SQLException {
        List<Gate> gates = new ArrayList<>();
        UnaryOperator<Admission> lack = closed -> closed;
        for (Money budget : standing.budgets()) {
            Gate gate = budget.gate(connection, standing.cheapest());
            gates.add(gate);
            lack = gate.isOpen() ? lack : closed -> closed.forLackOf(budget.whenUsedUp(), gate.why());
        }
        gates.add(standing.slots());
        gates.add(standing.window());
        return lack.apply(Gate.closed(gates));
    }

    /** Nothing if whoever was there is not any more. */
    private Optional<Admission> oldestWithin(Standing standing) throws SQLException {
        Optional<StoredJob> oldest = JobRows.oldestInLine(connection, provider, standing.room());
        if (oldest.isEmpty() || !write(oldest.get())) {
            return Optional.empty();
        }
        StoredJob admitted = oldest.get().toBuilder()
                .version(oldest.get().version() + 1)
                .status(JobStatus.SUBMITTING)
                .lineSince(null)
                .slotUntil(JobJournal.FOREVER)
                .wakeAt(Units.instant(Units.micros(now)))
                .build();
        if (standing.oldSends() > 0) {
            Sends.forget(connection, provider, limits, now);
        }
        Sends.admitted(connection, admitted, limits, now);
        return Optional.of(Admission.of(admitted));
    }

    private boolean write(StoredJob job) throws SQLException {
        String sql = """
                UPDATE videojob_job SET version = version + 1, status = ?, line_since = NULL, slot_until = ?,
                    wake_at = ?, paid_at = ?, wanted_nano = NULL,
                    held_nano = CASE WHEN reserved IS NULL THEN NULL ELSE wanted_nano END
                WHERE id = ? AND version = ?""";
        long at = Units.micros(now);
        String id = job.id().toString();
        if (Sql.change(connection, sql, JobStatus.SUBMITTING.name(), Units.FOREVER, at, at, id, job.version()) == 0) {
            return false;
        }
        if (job.spent().isPresent() || !job.spentElsewhere().isEmpty()) {
            Sql.change(connection, "UPDATE videojob_spent SET paid_at = ? WHERE job_id = ?", at, id);
        }
        return true;
    }
}
