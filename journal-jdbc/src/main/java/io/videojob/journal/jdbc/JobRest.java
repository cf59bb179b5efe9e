package io.videojob.journal.jdbc;

import io.videojob.VendorRef;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What belongs to a job beside its row: the references that it holds, and what it spent, by provider. It changes seldom, and
 * only together with the row's version.
 */
final class JobRest {
    private final Set<String> references = new TreeSet<>();
    private final Map<String, BigDecimal> spent;

    private JobRest(StoredJob job) {
        job.references().forEach(reference -> references.add(reference.toString()));
        spent = new TreeMap<>(job.spentElsewhere());
        job.spent().ifPresent(amount -> spent.put(job.provider().orElse(""), amount));
    }

    static JobRest of(StoredJob job) {
        return new JobRest(job);
    }

    boolean isNothing() {
        return references.isEmpty() && spent.isEmpty();
    }

    /** A condition on {@code videojob_job}: just this is in the journal. */
    String isAsItWas() {
        String names = String.join(
                ", ", Set.copyOf(references).stream().map(each -> "?").toList());
        String amounts = String.join(
                " OR ",
                spent.keySet().stream()
                        .map(each -> "provider = ? AND amount = ?")
                        .toList());
        return justThese("videojob_reference", "reference IN (" + names + ")", references.size())
                + justThese("videojob_spent", amounts, spent.size());
    }

    /** What each of them counts, less what others do, is their number if none is missing and none is there beside them. */
    private static String justThese(String table, String theseRows, int count) {
        String itsRows = " FROM " + table + " WHERE job_id = videojob_job.id)";
        return count == 0
                ? " AND NOT EXISTS (SELECT 1" + itsRows
                : " AND (SELECT sum(CASE WHEN " + theseRows + " THEN 1 ELSE -1 END)" + itsRows + " = " + count;
    }

    /** The values of {@link #isAsItWas()}. */
    List<Object> values() {
        List<Object> values = new ArrayList<>(references);
        spent.forEach((provider, amount) -> {
            values.add(provider);
            values.add(amount.toString());
        });
        return values;
    }

    /** Inserts what new jobs spent. */
    static void spend(Connection connection, List<StoredJob> jobs) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (StoredJob job : jobs) {
            new JobRest(job)
                    .spent.forEach(
                            (provider, amount) -> rows.add(spentRow(job.id().toString(), provider, amount)));
        }
        insertSpent(connection, rows);
    }

    /** Inserts the references of new jobs; tells one that another holds. In their order, so that two don't block each other. */
    static Optional<VendorRef> refer(Connection connection, List<StoredJob> jobs) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (StoredJob job : jobs) {
            job.references()
                    .forEach(each ->
                            rows.add(new Object[] {each.toString(), job.id().toString()}));
        }
        return insertReferences(connection, rows);
    }

    /** Writes what is new, takes away what is gone; false if another job holds one of the references. */
    static boolean replace(Connection connection, StoredJob job) throws SQLException {
        JobRest now = new JobRest(job);
        String id = job.id().toString();
        Set<String> oldReferences = new HashSet<>();
        Map<String, String> oldSpent = new HashMap<>();
        Sql.rows(
                connection,
                row -> row.getString(2) == null
                        ? oldReferences.add(row.getString(1))
                        : oldSpent.put(row.getString(1), row.getString(2)),
                """
                SELECT reference, NULL FROM videojob_reference WHERE job_id = ?
                UNION ALL
                SELECT provider, amount FROM videojob_spent WHERE job_id = ?""",
                id,
                id);
        for (String gone : oldReferences) {
            if (!now.references.contains(gone)) {
                Sql.change(connection, "DELETE FROM videojob_reference WHERE reference = ?", gone);
            }
        }
        for (String gone : oldSpent.keySet()) {
            if (!now.spent.containsKey(gone)) {
                Sql.change(connection, "DELETE FROM videojob_spent WHERE job_id = ? AND provider = ?", id, gone);
            }
        }
        List<Object[]> newSpent = new ArrayList<>();
        now.spent.forEach((provider, amount) -> {
            if (!amount.toString().equals(oldSpent.get(provider))) {
                newSpent.add(spentRow(id, provider, amount));
            }
        });
        insertSpent(connection, newSpent);
        List<Object[]> newReferences = new ArrayList<>();
        now.references.stream()
                .filter(each -> !oldReferences.contains(each))
                .forEach(each -> newReferences.add(new Object[] {each, id}));
        return insertReferences(connection, newReferences).isEmpty();
    }

    private static Object[] spentRow(String id, String provider, BigDecimal amount) {
        return new Object[] {provider, Units.nanoDollars(amount), amount.toString(), id};
    }

    private static void insertSpent(Connection connection, List<Object[]> rows) throws SQLException {
        Sql.changeAll(connection, """
                INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
                SELECT id, ?, paid_at, ?, ? FROM videojob_job WHERE id = ?
                ON CONFLICT (job_id, provider) DO UPDATE SET nano = excluded.nano, amount = excluded.amount""", rows);
    }

    private static Optional<VendorRef> insertReferences(Connection connection, List<Object[]> rows)
            throws SQLException {
        rows.sort(Comparator.comparing(row -> (String) row[0]));
        int taken = Sql.firstUnchanged(
                connection,
                "INSERT INTO videojob_reference (reference, job_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                rows);
        return taken < 0 ? Optional.empty() : Optional.of(VendorRef.parse((String) rows.get(taken)[0]));
    }
}
