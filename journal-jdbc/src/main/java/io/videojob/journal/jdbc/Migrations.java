package io.videojob.journal.jdbc;

import io.videojob.JournalException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables of a SQLite file up to date with Flyway, in one transaction: of several processes that open a new file
 * one does it, the others wait and find it done; and a crash leaves nothing half done. A file that is up to date is seen
 * by one query, without Flyway, which takes longer to start than the rest of the journal.
 */
final class Migrations {
    /** The newest {@code V…} in {@link #LOCATION}. */
    static final int NEWEST = 2;

    static final String LOCATION = "io/videojob/journal/jdbc/migration/sqlite";
    static final String HISTORY = "videojob_schema";

    private final Path file;

    Migrations(Path file) {
        this.file = file;
    }

    /**
     * False if the tables are as this version knows them.
     *
     * @throws JournalException if they never can be
     */
    boolean areNeeded(Connection connection) throws SQLException {
        long tables = Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
        long version = version(connection);
        if (version == 0 && tables > 0) {
            throw new JournalException(
                    "the journal " + file + " can't be opened: it is a database of something else; name a file of its"
                            + " own for the journal",
                    null);
        }
        if (version > NEWEST) {
            throw new JournalException(
                    "the journal " + file + " can't be opened: a newer version of VideoJob wrote it (its tables are at "
                            + version + ", this version knows " + NEWEST + "); use that version, or another file",
                    null);
        }
        return version < NEWEST;
    }

    /** Inside a transaction of the caller's. */
    boolean run(Connection connection) throws SQLException {
        if (!areNeeded(connection)) {
            return false;
        }
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .loggers("slf4j") // else, where nothing is bound to SLF4J, it writes to the console by itself
                    .dataSource(new BorrowedConnection(connection))
                    .locations("classpath:" + LOCATION)
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalException("the tables of the journal " + file + " can't be made: " + e.getMessage(), e);
        }
        if (version(connection)
                < NEWEST) { // Flyway finds none, without a word, in a jar that has no entries for folders
            throw new JournalException(
                    "the tables of the journal " + file + " can't be made: the files of " + LOCATION
                            + " are not found on the class path; when jars are merged into one, keep their folders",
                    null);
        }
        return true;
    }

    private static long version(Connection connection) throws SQLException {
        boolean hasHistory =
                Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?", HISTORY)
                        == 1;
        return hasHistory
                ? Sql.number(connection, "SELECT max(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success")
                : 0;
    }
}
