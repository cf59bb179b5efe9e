package io.videojob.journal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

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
     * Runs work in a transaction, and keeps what was written, for good, unless the work throws. Others may write meanwhile:
     * what it reads may have changed when it writes, but for what it {@linkplain #hold holds}. The work may be begun
     * anew, from the start, when it got in the way of another.
     *
     * @throws io.videojob.JournalException if the database can't be written, or this is closed; then nothing was written
     */
    <T> T write(Work<T> work);

    /**
     * Inside a transaction: nobody else, in any process, gets past a call with one of these names until it has ended.
     *
     * @param names in their order
     */
    void hold(Connection connection, List<String> names) throws SQLException;

    /** The pool of connections, if there is one. */
    Optional<DataSource> dataSource();

    /** Where it is, for messages; without a password. */
    @Override
    String toString();

    /** Waits for work that runs. */
    @Override
    void close();
}
