package io.videojob.journal.jdbc;

import io.videojob.VendorRef;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes jobs. */
final class JobWrites {
    private static final String COLUMNS = """
            status = ?, ended = ?, created_at = ?, provider = ?, wake_at = ?, line_since = ?, slot_until = ?,
            ended_at = ?, wanted_nano = ?, held_nano = ?, reserved = ?, tag = ?, payload = ?""";

    private static final String INSERT = """
            INSERT INTO videojob_job (status, ended, created_at, provider, wake_at, line_since, slot_until, ended_at,
                wanted_nano, held_nano, reserved, tag, payload, id, version, paid_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
            ON CONFLICT DO NOTHING""";

    private JobWrites() {}

    /** True if the job's row is all there is to write of it. */
    static boolean isOneRow(StoredJob job) {
        return job.references().isEmpty() && JobRest.of(job).isNothing();
    }

    /**
     * Writes new jobs, inside a transaction of the caller's unless it is one that {@link #isOneRow}.
     *
     * @throws IllegalStateException if an id or a reference is taken; the transaction must not be kept then
     */
    static void insert(Connection connection, List<StoredJob> jobs) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (StoredJob job : jobs) {
            rows.add(columns(job, job.id().toString(), Units.micros(job.createdAt())));
        }
        int taken = Sql.firstUnchanged(connection, INSERT, rows);
        if (taken >= 0) {
            throw new IllegalStateException(
                    "the journal has a job " + jobs.get(taken).id() + " already");
        }
        JobRest.spend(connection, jobs);
        Optional<VendorRef> reference = JobRest.refer(connection, jobs);
        if (reference.isPresent()) {
            throw new IllegalStateException("another job holds " + reference.get() + " already");
        }
    }

    /**
     * Writes the next version, in one statement, if nothing but the row has changed; as most often it has not. Returns false
     * if something else has, or the version is another.
     */
    static boolean replaceRow(Connection connection, StoredJob job) throws SQLException {
        JobRest rest = JobRest.of(job);
        String sql = "UPDATE videojob_job SET " + COLUMNS + ", version = version + 1 WHERE id = ? AND version = ?"
                + rest.isAsItWas();
        return Sql.change(connection, sql, columns(job, key(job, rest.values()))) == 1;
    }

    /** Writes the next version, inside a transaction of the caller's. If it returns false, that must not be kept. */
    static boolean replace(Connection connection, StoredJob job) throws SQLException {
        String sql = "UPDATE videojob_job SET " + COLUMNS + ", version = version + 1 WHERE id = ? AND version = ?";
        return Sql.change(connection, sql, columns(job, key(job, List.of()))) == 1 && JobRest.replace(connection, job);
    }

    private static Object[] key(StoredJob job, List<Object> more) {
        List<Object> key = new ArrayList<>(List.of(job.id().toString(), job.version()));
        key.addAll(more);
        return key.toArray();
    }

    /** The values of what a job may change, in the order of all statements, then {@code more}. */
    private static @Nullable Object[] columns(StoredJob job, Object... more) {
        boolean ended = job.status().isFinal();
        boolean inLine = !ended && job.lineSince().isPresent() && job.provider().isPresent();
        Long reserved = job.reserved().map(Units::nanoDollars).orElse(null);
        @Nullable
        Object[] changeable = {
            job.status().name(),
            ended ? 1 : 0,
            Units.micros(job.createdAt()),
            job.provider().orElse(null),
            micros(job.wakeAt()),
            micros(job.lineSince()),
            micros(job.slotUntil()),
            micros(job.endedAt()),
            !inLine ? null : reserved == null ? Long.valueOf(0) : reserved,
            inLine ? null : reserved,
            job.reserved().map(BigDecimal::toString).orElse(null),
            job.tag().orElse(null),
            job.payload(),
        };
        @Nullable Object[] all = new @Nullable Object[changeable.length + more.length];
        System.arraycopy(changeable, 0, all, 0, changeable.length);
        System.arraycopy(more, 0, all, changeable.length, more.length);
        return all;
    }

    private static @Nullable Long micros(Optional<Instant> time) {
        return time.map(Units::micros).orElse(null);
    }
}
