package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sends that may still lie in a provider's window, inside a transaction of the caller's. */
final class Sends {

    /** A job's last send. */
    private record Send(long version, long admittedAt, long countsAt, boolean answered) {}

    /** Names a send: the last that was admitted up to that version of the job. */
    record Sent(JobId job, long version) {}

    private Sends() {}

    static Gate gate(Connection connection, String provider, AdmissionLimits limits, Instant now) throws SQLException {
        if (limits.creates() <= 0) {
            return Gate.OPEN;
        }
        long window = Units.micros(limits.window());
        List<Long> latest = Sql.rows(
                connection, row -> row.getLong(1), """
                SELECT counts_at FROM videojob_send WHERE provider = ? AND counts_at > ?
                ORDER BY counts_at DESC LIMIT ?""", provider, Units.micros(now) - window, limits.creates());
        if (latest.size() < limits.creates()) {
            return Gate.OPEN;
        }
        return new Gate(
                latest.get(latest.size() - 1) + window, limits.creates() + " creates lie within " + limits.window());
    }

    /** Notes a send, and forgets those that have left the window. */
    static void admitted(Connection connection, StoredJob job, AdmissionLimits limits, Instant now)
            throws SQLException {
        String provider = job.provider().orElseThrow();
        Sql.change(
                connection,
                "DELETE FROM videojob_send WHERE provider = ? AND counts_at <= ?",
                provider,
                Units.micros(now) - Units.micros(limits.window()));
        long countsAt = Units.microsUp(now) + Units.micros(limits.answerWithin());
        insert(connection, provider, job.id(), new Send(job.version(), Units.microsUp(now), countsAt, false));
    }

    /** Of several answers to one send the latest counts. One to a send that is forgotten counts, too. */
    static void answered(Connection connection, String provider, Sent sent, Instant time) throws SQLException {
        long at = Units.microsUp(time);
        Optional<Send> last = last(connection, provider, sent);
        if (last.isEmpty()) {
            insert(connection, provider, sent.job, new Send(sent.version, at, at, true));
            return;
        }
        Send send = last.get();
        Sql.change(
                connection,
                """
                UPDATE videojob_send SET counts_at = ?, answered = 1
                WHERE provider = ? AND job_id = ? AND version = ?""",
                Math.max(at, send.answered ? send.countsAt : send.admittedAt),
                provider,
                sent.job.toString(),
                send.version);
    }

    /** A send that was answered, or given up, counts whatever is said of it later. */
    static void neverLeft(Connection connection, String provider, Sent sent) throws SQLException {
        Optional<Send> last = last(connection, provider, sent);
        if (last.isPresent() && !last.get().answered) {
            Sql.change(
                    connection,
                    "DELETE FROM videojob_send WHERE provider = ? AND job_id = ? AND version = ?",
                    provider,
                    sent.job.toString(),
                    last.get().version);
        }
    }

    private static Optional<Send> last(Connection connection, String provider, Sent sent) throws SQLException {
        return Sql.first(
                connection,
                row -> new Send(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4) == 1),
                """
                SELECT version, admitted_at, counts_at, answered FROM videojob_send
                WHERE provider = ? AND job_id = ? AND version <= ? ORDER BY version DESC LIMIT 1""",
                provider,
                sent.job.toString(),
                sent.version);
    }

    private static void insert(Connection connection, String provider, JobId job, Send send) throws SQLException {
        Sql.change(
                connection,
                """
                INSERT INTO videojob_send (provider, job_id, version, admitted_at, counts_at, answered)
                VALUES (?, ?, ?, ?, ?, ?)""",
                provider,
                job.toString(),
                send.version,
                send.admittedAt,
                send.countsAt,
                send.answered ? 1 : 0);
    }
}
