package io.videojob.journal.jdbc;

import io.videojob.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Brings the tables in a PostgreSQL database up to date; of several processes that begin at once, one does it. */
final class PostgresTables {
    /**
     * What each connection of our own pool begins with. A process that is stopped, or cut off, inside a transaction must not
     * hold its locks for ever; nor may anybody wait for ever.
     */
    static final String SESSION = "SET statement_timeout = '20s'; SET lock_timeout = '15s';"
            + " SET idle_in_transaction_session_timeout = '5s';"
            + " SET default_transaction_isolation = 'read committed'";

    /** "videojob" in ASCII; an advisory lock is known to all of a database by such a number. */
    private static final long LOCK = 0x766964656f6a6f62L;

    private PostgresTables() {}

    /** Opens a connection. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    static void bringUpToDate(String words, Connecting database) {
        Migrations migrations = new Migrations(words, Dialect.POSTGRESQL);
        try (Connection connection = database.connect()) {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            if (migrations.areNeeded(connection)) {
                connection.setAutoCommit(false);
                try {
                    migrate(connection, migrations);
                    connection.commit();
                } catch (SQLException | RuntimeException e) {
                    connection.rollback();
                    throw e;
                }
            }
        } catch (SQLException e) {
            throw PostgresTrouble.explain(words, e);
        }
    }

    private static void migrate(Connection connection, Migrations migrations) throws SQLException {
        int timeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, 0); // a large table takes its time
        Sql.run(connection, "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
        Sql.run(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
        migrations.run(connection);
        connection.setNetworkTimeout(Runnable::run, timeout);
    }

    /**
     * Where a pool leads to.
     *
     * @throws ConfigurationException if its transactions don't see what was committed while they waited
     */
    static String nameOf(DataSource connections) {
        try (Connection connection = connections.getConnection()) {
            String url = connection.getMetaData().getURL();
            int query = url.indexOf('?');
            String words = query < 0 ? url : url.substring(0, query);
            if (!words.startsWith(PostgresUrl.PREFIX)) {
                throw new ConfigurationException("the DataSource does not lead to PostgreSQL but to " + words);
            }
            if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
                throw new ConfigurationException("the pool of the journal " + words + " begins transactions with an"
                        + " isolation in which limits can't be kept; let it begin them with READ COMMITTED");
            }
            return words;
        } catch (SQLException e) {
            throw PostgresTrouble.explain("jdbc:postgresql: of the given DataSource", e);
        }
    }
}
