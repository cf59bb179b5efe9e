package io.videojob.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Where the tables are. What differs between database systems is behind this: connections, locks, migrations, and which
 * words explain an error. The statements of the journal are the same for all.
 */
interface Database extends AutoCloseable {

    /** Something done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs one query.
     *
     * @throws io.videojob.JournalException if the database can't be read, or this is closed
     */
    <T> T read(Work<T> work);

    /**
     * Runs work in a transaction that no other transaction runs beside, of any process; so what it reads stays true until
     * it has written. Keeps what was written, for good, unless the work throws.
     *
     * @throws io.videojob.JournalException if the database can't be written, or this is closed; then nothing was written
     */
    <T> T write(Work<T> work);

    /** Where it is, for messages; without a password. */
    @Override
    String toString();

    /** Waits for work that runs. */
    @Override
    void close();
}
