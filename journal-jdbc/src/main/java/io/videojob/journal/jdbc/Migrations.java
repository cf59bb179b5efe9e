package io.videojob.journal.jdbc;

import io.videojob.JournalException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of a journal up to date with Flyway, in one transaction: of several processes that open a new one at
 * once one does it, the others wait and find it done; and a crash leaves nothing half done. A journal that is up to date is
 * seen by two queries, without Flyway, which takes longer to start than the rest of the journal.
 */
final class Migrations {
    /** The newest {@code V…} of each system. */
    static final int NEWEST = 2;

    static final String HISTORY = "videojob_schema";

    private final String journal;
    private final Dialect dialect;

    /** @param journal where it is, for messages */
    Migrations(String journal, Dialect dialect) {
        this.journal = journal;
        this.dialect = dialect;
    }

    /**
     * False if the tables are as this version knows them.
     *
     * @throws JournalException if they never can be
     */
    boolean areNeeded(Connection connection) throws SQLException {
        // in this order: another process may be making them
        long strangers = Sql.number(connection, dialect.strangeTables());
        long version = version(connection);
        if (version == 0 && strangers > 0) {
            throw new JournalException(
                    "the journal " + journal + " can't be opened: it is a database of something else; name a file of"
                            + " its own for the journal",
                    null);
        }
        if (version > NEWEST) {
            throw new JournalException(
                    "the journal " + journal + " can't be opened: a newer version of VideoJob wrote it (its tables are"
                            + " at " + version + ", this version knows " + NEWEST
                            + "); use that version, or another journal",
                    null);
        }
        return version < NEWEST;
    }

    /** Inside a transaction of the caller's, beside which no other process does the same. */
    boolean run(Connection connection) throws SQLException {
        if (!areNeeded(connection)) {
            return false;
        }
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers("slf4j") // else, where nothing is bound to SLF4J, it writes to the console by itself
                    .dataSource(new BorrowedConnection(connection))
                    .locations("classpath:" + dialect.migrations())
                    .table(HISTORY)
                    .baselineOnMigrate(true) // tables of other programs may stand there
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new JournalException("the tables of the journal " + journal + " can't be made: " + e.getMessage(), e);
        }
        if (version(connection)
                < NEWEST) { // Flyway finds none, without a word, in a jar that has no entries for folders
            throw new JournalException(
                    "the tables of the journal " + journal + " can't be made: the files of " + dialect.migrations()
                            + " are not found on the class path; when jars are merged into one, keep their folders",
                    null);
        }
        return true;
    }

    private long version(Connection connection) throws SQLException {
        boolean hasHistory = Sql.number(connection, dialect.tablesOfName(), HISTORY) == 1;
        return hasHistory
                ? Sql.number(connection, "SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success")
                : 0;
    }
}
