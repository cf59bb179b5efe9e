package io.videojob.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Forgets jobs on which nothing depends any more, inside a transaction of the caller's. */
final class Pruning {
    private static final String OVER = """
            ended = 1 AND ended_at < ? AND paid_at < ? AND wake_at IS NULL AND ended_at IS NOT NULL
            AND slot_until IS NULL AND held_nano IS NULL""";

    private Pruning() {}

    static int prune(Connection connection, Instant endedBefore, int limit) throws SQLException {
        // changed first, so that nobody else changes them until they are gone
        String take = """
                UPDATE videojob_job SET version = version + 1
                WHERE %s AND id IN (SELECT id FROM videojob_job WHERE %s ORDER BY ended_at, id LIMIT ?)
                RETURNING id""".formatted(OVER, OVER);
        long before = Units.micros(endedBefore);
        List<String> taken =
                Sql.rows(connection, row -> row.getString(1), take, before, before, before, before, Math.max(limit, 0));
        List<Object[]> ids = taken.stream().map(id -> new Object[] {id}).toList();
        Sql.changeAll(connection, "DELETE FROM videojob_reference WHERE job_id = ?", ids);
        Sql.changeAll(connection, "DELETE FROM videojob_spent WHERE job_id = ?", ids);
        Sql.changeAll(connection, "DELETE FROM videojob_job WHERE id = ?", ids);
        return taken.size();
    }
}
