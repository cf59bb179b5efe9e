package io.videojob.journal.jdbc;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads jobs. Each read is one statement, so that a job and its references are of the same moment. */
final class JobRows {
    private record Row(StoredJob job, @Nullable String reference) {}

    private JobRows() {}

    static Optional<StoredJob> find(Connection connection, JobId id) throws SQLException {
        return select(connection, "WHERE id = ?", "", id.toString()).stream().findFirst();
    }

    static Optional<StoredJob> findByReference(Connection connection, VendorRef reference) throws SQLException {
        String where = "WHERE id = (SELECT job_id FROM videojob_reference WHERE reference = ?)";
        return select(connection, where, "", reference.toString()).stream().findFirst();
    }

    static List<StoredJob> due(Connection connection, Instant now, int limit) throws SQLException {
        String where = "WHERE wake_at <= ? ORDER BY wake_at, id LIMIT ?";
        return select(connection, where, "ORDER BY job.wake_at, job.id", Units.micros(now), Math.max(limit, 0));
    }

    static Optional<Instant> nextWake(Connection connection) throws SQLException {
        String sql = "SELECT wake_at FROM videojob_job WHERE wake_at IS NOT NULL ORDER BY wake_at LIMIT 1";
        return Sql.first(connection, row -> Units.instant(row.getLong(1)), sql);
    }

    static List<StoredJob> list(Connection connection, JobFilter filter) throws SQLException {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (!filter.statuses().isEmpty()) {
            if (filter.statuses().stream().noneMatch(JobStatus::isFinal)) {
                conditions.add("ended = 0"); // says nothing new, but lets the index of open jobs be used
            }
            conditions.add("status IN (" + "?, ".repeat(filter.statuses().size() - 1) + "?)");
            filter.statuses().forEach(status -> values.add(status.name()));
        }
        filter.provider().ifPresent(provider -> {
            conditions.add("provider = ?");
            values.add(provider);
        });
        filter.tag().ifPresent(tag -> {
            conditions.add("tag = ?");
            values.add(tag);
        });
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        values.add(filter.limit());
        return select(
                connection,
                where + " ORDER BY created_at DESC, id DESC LIMIT ?",
                "ORDER BY job.created_at DESC, job.id DESC",
                values.toArray());
    }

    /** Of these those with another version, in one statement. */
    static List<StoredJob> changed(Connection connection, List<Map.Entry<JobId, Long>> known) throws SQLException {
        if (known.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        for (Map.Entry<JobId, Long> each : known) {
            values.add(each.getKey().toString());
            values.add(each.getValue());
        }
        int pairs = Integer.highestOneBit(known.size() * 2 - 1); // few sizes: statements are kept prepared
        while (values.size() < 2 * pairs) {
            values.addAll(List.copyOf(values.subList(0, 2)));
        }
        String where = "JOIN (VALUES (?, ?)" + ", (?, ?)".repeat(pairs - 1)
                + ") AS known ON id = known.column1 AND version <> known.column2";
        return select(connection, where, "", values.toArray());
    }

    /** The providers with a line; looks at one job of each line only. */
    static Set<String> waitingFor(Connection connection) throws SQLException {
        return new HashSet<>(Sql.rows(connection, row -> row.getString(1), """
                WITH RECURSIVE waited (provider) AS (
                    SELECT min(provider) FROM videojob_job WHERE wanted_nano IS NOT NULL
                    UNION ALL
                    SELECT (SELECT min(provider) FROM videojob_job
                            WHERE wanted_nano IS NOT NULL AND provider > waited.provider)
                    FROM waited WHERE waited.provider IS NOT NULL)
                SELECT provider FROM waited WHERE provider IS NOT NULL"""));
    }

    /** The oldest in a provider's line that wants no more than that. */
    static Optional<StoredJob> oldestInLine(Connection connection, String provider, long most) throws SQLException {
        // the plus: along the line, not by the index of what is wanted, which most would fit, and be sorted then
        String where = """
                WHERE wanted_nano IS NOT NULL AND provider = ? AND +wanted_nano <= ?
                ORDER BY line_since, id LIMIT 1""";
        return select(connection, where, "", provider, most).stream().findFirst();
    }

    private static List<StoredJob> select(Connection connection, String which, String order, Object... values)
            throws SQLException {
        String sql = """
                SELECT job.id, version, status, created_at, job.provider, wake_at, line_since, slot_until, ended_at,
                       reserved, tag, payload, reference, paid.provider AS paid_to, paid.amount AS paid
                FROM (SELECT * FROM videojob_job %s) AS job
                LEFT JOIN videojob_reference ON videojob_reference.job_id = job.id
                LEFT JOIN videojob_spent AS paid ON paid.job_id = job.id %s""".formatted(which, order);
        Map<JobId, StoredJob> jobs = new LinkedHashMap<>();
        for (Row row : Sql.rows(connection, JobRows::row, sql, values)) {
            jobs.merge(row.job.id(), row.job, JobRows::together);
        }
        return List.copyOf(jobs.values());
    }

    private static Row row(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        String provider = row.getString("provider");
        String paidTo = row.getString("paid_to");
        BigDecimal paid = amount(row, "paid");
        boolean isPaidElsewhere = paid != null && !paidTo.equals(provider == null ? "" : provider);
        StoredJob job = StoredJob.builder(
                        JobId.parse(row.getString("id")),
                        Units.instant(row.getLong("created_at")),
                        JobStatus.valueOf(row.getString("status")),
                        row.getString("payload"))
                .version(row.getLong("version"))
                .provider(provider)
                .wakeAt(instant(row, "wake_at"))
                .lineSince(instant(row, "line_since"))
                .slotUntil(instant(row, "slot_until"))
                .endedAt(instant(row, "ended_at"))
                .reserved(amount(row, "reserved"))
                .spent(isPaidElsewhere ? null : paid)
                .spentElsewhere(isPaidElsewhere ? Map.of(paidTo, paid) : Map.of())
                .tag(row.getString("tag"))
                .references(reference == null ? Set.of() : Set.of(VendorRef.parse(reference)))
                .build();
        return new Row(job, reference);
    }

    /** A job comes once for each of its references at each provider that it paid. */
    private static StoredJob together(StoredJob one, StoredJob other) {
        Set<VendorRef> references = new HashSet<>(one.references());
        references.addAll(other.references());
        Map<String, BigDecimal> elsewhere = new HashMap<>(one.spentElsewhere());
        elsewhere.putAll(other.spentElsewhere());
        return one.toBuilder()
                .references(references)
                .spent(one.spent().or(other::spent).orElse(null))
                .spentElsewhere(elsewhere)
                .build();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long micros = row.getLong(column);
        return row.wasNull() ? null : Units.instant(micros);
    }

    private static @Nullable BigDecimal amount(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new BigDecimal(text);
    }
}
