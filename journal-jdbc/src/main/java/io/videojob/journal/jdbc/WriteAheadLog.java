package io.videojob.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Switches a file to the write-ahead log, which it keeps from then on.
 *
 * <p>SQLite doesn't wait for its busy timeout here: of several processes that open a new file at once, those that switch it
 * beside another are told right away that it is busy. Taking the whole file for a moment does wait.
 */
final class WriteAheadLog {
    /** More than processes are started at the same moment. */
    private static final int TRIES = 100;

    private WriteAheadLog() {}

    static void use(Connection connection) throws SQLException {
        for (int left = TRIES - 1; !isSwitched(connection, left == 0); left--) {
            Sql.run(connection, "BEGIN EXCLUSIVE");
            Sql.run(connection, "COMMIT");
        }
    }

    private static boolean isSwitched(Connection connection, boolean last) throws SQLException {
        try {
            Sql.run(connection, "PRAGMA journal_mode = WAL");
            return true;
        } catch (SQLException e) {
            if (last || !SqliteTrouble.isBusy(e)) {
                throw e;
            }
            return false;
        }
    }
}
