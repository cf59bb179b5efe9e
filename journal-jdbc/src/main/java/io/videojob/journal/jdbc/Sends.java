package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** The sends that may still lie in a provider's window, inside a transaction of the caller's. */
final class Sends {

    /** Which is a job's last send. */
    private static final String LAST = """
            provider = ? AND job_id = ? AND version = (
                SELECT max(version) FROM videojob_send WHERE provider = ? AND job_id = ?)""";

    private record Send(long version, long admittedAt, long countsAt, boolean answered) {}

    private Sends() {}

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
    static void answered(Connection connection, String provider, JobId job, Instant time) throws SQLException {
        long at = Units.microsUp(time);
        String sql = """
                UPDATE videojob_send SET answered = 1, counts_at = CASE
                    WHEN answered = 1 AND counts_at > ? THEN counts_at
                    WHEN answered = 0 AND admitted_at > ? THEN admitted_at
                    ELSE ? END
                WHERE %s""".formatted(LAST);
        if (Sql.change(connection, sql, at, at, at, provider, job.toString(), provider, job.toString()) == 0) {
            insert(connection, provider, job, new Send(0, at, at, true));
        }
    }

    /** A send that was answered, or given up, counts whatever is said of it later. */
    static void neverLeft(Connection connection, String provider, JobId job) throws SQLException {
        String sql = "DELETE FROM videojob_send WHERE answered = 0 AND " + LAST;
        Sql.change(connection, sql, provider, job.toString(), provider, job.toString());
    }

    private static void insert(Connection connection, String provider, JobId job, Send send) throws SQLException {
        Sql.change(
                connection,
                """
                INSERT INTO videojob_send (provider, job_id, version, admitted_at, counts_at, answered)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (provider, job_id, version) DO UPDATE SET counts_at = CASE
                    WHEN excluded.counts_at > videojob_send.counts_at THEN excluded.counts_at
                    ELSE videojob_send.counts_at END""",
                provider,
                job.toString(),
                send.version,
                send.admittedAt,
                send.countsAt,
                send.answered ? 1 : 0);
    }
}
