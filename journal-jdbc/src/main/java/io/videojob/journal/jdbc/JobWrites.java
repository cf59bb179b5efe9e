package io.videojob.journal.jdbc;

import io.videojob.JobId;
import io.videojob.VendorRef;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes jobs, inside a transaction of the caller's. */
final class JobWrites {
    private JobWrites() {}

    /**
     * Writes a new job.
     *
     * @throws IllegalStateException if its id or one of its references is taken; the transaction must not be kept then
     */
    static void insert(Connection connection, StoredJob job) throws SQLException {
        String sql = """
                INSERT INTO videojob_job (status, ended, created_at, provider, wake_at, line_since, slot_until,
                    wanted_nano, held_nano, reserved, tag, payload, id, version, paid_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""";
        Object[] key = {job.id().toString(), 1, Units.micros(job.createdAt())};
        if (Sql.change(connection, sql, columns(job, key)) == 0) {
            throw new IllegalStateException("the journal has a job " + job.id() + " already");
        }
        insertSpent(connection, job);
        for (VendorRef reference : job.references()) {
            if (!refer(connection, reference, job.id())) {
                throw new IllegalStateException("another job holds " + reference + " already");
            }
        }
    }

    /** Writes the next version. If it returns false, the transaction must not be kept. */
    static boolean replace(Connection connection, StoredJob job) throws SQLException {
        String sql = """
                UPDATE videojob_job SET status = ?, ended = ?, created_at = ?, provider = ?, wake_at = ?,
                    line_since = ?, slot_until = ?, wanted_nano = ?, held_nano = ?, reserved = ?,
                    tag = ?, payload = ?, version = version + 1
                WHERE id = ? AND version = ?""";
        Object[] key = {job.id().toString(), job.version()};
        if (Sql.change(connection, sql, columns(job, key)) == 0) {
            return false;
        }
        Sql.change(
                connection,
                "DELETE FROM videojob_spent WHERE job_id = ?",
                job.id().toString());
        insertSpent(connection, job);
        return replaceReferences(connection, job);
    }

    private static void insertSpent(Connection connection, StoredJob job) throws SQLException {
        Map<String, BigDecimal> spent = new HashMap<>(job.spentElsewhere());
        job.spent().ifPresent(amount -> spent.put(job.provider().orElse(""), amount));
        for (Map.Entry<String, BigDecimal> each : spent.entrySet()) {
            Sql.change(
                    connection,
                    """
                    INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
                    SELECT id, ?, paid_at, ?, ? FROM videojob_job WHERE id = ?""",
                    each.getKey(),
                    Units.nanoDollars(each.getValue()),
                    each.getValue().toString(),
                    job.id().toString());
        }
    }

    private static boolean replaceReferences(Connection connection, StoredJob job) throws SQLException {
        Set<VendorRef> old = new HashSet<>(Sql.rows(
                connection,
                row -> VendorRef.parse(row.getString(1)),
                "SELECT reference FROM videojob_reference WHERE job_id = ?",
                job.id().toString()));
        for (VendorRef reference : old) {
            if (!job.references().contains(reference)) {
                Sql.change(connection, "DELETE FROM videojob_reference WHERE reference = ?", reference.toString());
            }
        }
        for (VendorRef reference : job.references()) {
            if (!old.contains(reference) && !refer(connection, reference, job.id())) {
                return false;
            }
        }
        return true;
    }

    private static boolean refer(Connection connection, VendorRef reference, JobId job) throws SQLException {
        String sql = "INSERT INTO videojob_reference (reference, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
        return Sql.change(connection, sql, reference.toString(), job.toString()) == 1;
    }

    /** The values of what a job may change, in the order of both statements, then of {@code key}. */
    private static @Nullable Object[] columns(StoredJob job, Object[] key) {
        boolean ended = job.status().isFinal();
        boolean inLine = !ended && job.lineSince().isPresent() && job.provider().isPresent();
        Long reserved = nanos(job.reserved());
        @Nullable
        Object[] changeable = {
            job.status().name(),
            ended ? 1 : 0,
            Units.micros(job.createdAt()),
            job.provider().orElse(null),
            micros(job.wakeAt()),
            micros(job.lineSince()),
            micros(job.slotUntil()),
            !inLine ? null : reserved == null ? Long.valueOf(0) : reserved,
            inLine ? null : reserved,
            job.reserved().map(BigDecimal::toString).orElse(null),
            job.tag().orElse(null),
            job.payload(),
        };
        @Nullable Object[] all = new @Nullable Object[changeable.length + key.length];
        System.arraycopy(changeable, 0, all, 0, changeable.length);
        System.arraycopy(key, 0, all, changeable.length, key.length);
        return all;
    }

    private static @Nullable Long micros(Optional<Instant> time) {
        return time.map(Units::micros).orElse(null);
    }

    private static @Nullable Long nanos(Optional<BigDecimal> amount) {
        return amount.map(Units::nanoDollars).orElse(null);
    }
}
