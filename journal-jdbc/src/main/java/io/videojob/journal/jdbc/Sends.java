package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.StoredJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;

/** The sends that may still lie in a provider's window, inside a transaction of the caller's. */
final class Sends {

    /** The last send that was admitted up to some version of the job. */
    private static final String MEANT = """
            provider = ? AND job_id = ? AND version = (
                SELECT max(version) FROM videojob_send WHERE provider = ? AND job_id = ? AND version <= ?)""";

    private record Send(long version, long admittedAt, long countsAt, boolean answered) {}

    /** Names a send: the last that was admitted up to that version of the job. */
    record Sent(JobId job, long version) {
        /** What {@link #MEANT} is asked with, behind the values of what stands before it. */
        Object[] named(String provider, Object... before) {
            Object[] name = {provider, job.toString(), provider, job.toString(), version};
            return Stream.concat(Stream.of(before), Stream.of(name)).toArray();
        }
    }

    private Sends() {}

    /** Forgets those of which no answer can come any more. */
    static void forget(Connection connection, String provider, AdmissionLimits limits, Instant now)
            throws SQLException {
        Sql.change(
                connection,
                "DELETE FROM videojob_send WHERE provider = ? AND counts_at <= ?",
                provider,
                Units.micros(now) - Units.micros(limits.remembered()));
    }

    /** Notes a send. */
    static void admitted(Connection connection, StoredJob job, AdmissionLimits limits, Instant now)
            throws SQLException {
        String provider = job.provider().orElseThrow();
        long countsAt = Units.microsUp(now) + Units.micros(limits.answerWithin());
        insert(connection, provider, job.id(), new Send(job.version(), Units.microsUp(now), countsAt, false));
    }

    /** Of several answers to one send the latest counts. False if the send is forgotten. */
    static boolean answered(Connection connection, String provider, Sent sent, Instant time) throws SQLException {
        long at = Units.microsUp(time);
        String sql = """
                UPDATE videojob_send SET answered = 1, counts_at = CASE
                    WHEN answered = 1 AND counts_at > ? THEN counts_at
                    WHEN answered = 0 AND admitted_at > ? THEN admitted_at
                    ELSE ? END
                WHERE %s""".formatted(MEANT);
        return Sql.change(connection, sql, sent.named(provider, at, at, at)) == 1;
    }

    /** An answer to a send that is forgotten counts, too. */
    static void forgotten(Connection connection, String provider, Sent sent, Instant time) throws SQLException {
        long at = Units.microsUp(time);
        insert(connection, provider, sent.job, new Send(sent.version, at, at, true));
    }

    /** A send that was answered, or given up, counts whatever is said of it later. */
    static void neverLeft(Connection connection, String provider, Sent sent) throws SQLException {
        String sql = "DELETE FROM videojob_send WHERE answered = 0 AND " + MEANT;
        Sql.change(connection, sql, sent.named(provider));
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
