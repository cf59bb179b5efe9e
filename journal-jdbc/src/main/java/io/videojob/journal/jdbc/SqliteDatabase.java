package io.videojob.journal.jdbc;

import io.videojob.JournalException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteOpenMode;

/**
 * A SQLite file. SQLite has one writer at a time, so there is one connection that writes, and a few that read beside it.
 *
 * <p>Write-ahead log: readers and the writer don't wait for each other. {@code synchronous=FULL}: a commit is on the disk
 * when it returns; with {@code NORMAL} a power cut could take back the note of a job that was just paid. {@code BEGIN
 * IMMEDIATE}: a transaction takes the write lock before it reads; one that took it later would fail, not wait, when
 * another process had written in between.
 */
final class SqliteDatabase implements Database {
    static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);
    private static final int READERS = 4;

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private final Semaphore reading = new Semaphore(READERS);
    private final Queue<Connection> readers = new ConcurrentLinkedQueue<>();
    private @Nullable Connection writer;
    private volatile boolean closed;

    private SqliteDatabase(Path file) {
        this.file = file;
    }

    /** Opens the file, makes it if there is none, and brings its tables up to date. */
    static SqliteDatabase open(Path path) {
        SqliteDatabase database = new SqliteDatabase(SqliteFile.prepare(path));
        try {
            Migrations migrations = new Migrations(database.file.toString(), Dialect.SQLITE);
            if (database.read(migrations::areNeeded)) {
                database.write(migrations::run);
            }
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        reading.acquireUninterruptibly();
        try {
            requireOpen();
            Connection idle = readers.poll();
            Connection connection = idle != null ? idle : connect(SqliteDatabase::onlyReads);
            try {
                T result = work.on(connection);
                readers.add(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                closeQuietly(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw SqliteTrouble.explain(file, e);
        } finally {
            reading.release();
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            requireOpen();
            if (writer == null) {
                writer = connect(WriteAheadLog::use);
            }
            return transaction(writer, work);
        } catch (SQLException e) {
            // whatever state the connection is in now, the next write begins with a new one
            closeQuietly(writer);
            writer = null;
            throw SqliteTrouble.explain(file, e);
        } finally {
            writing.unlock();
        }
    }

    /** Nothing to do: a transaction has the whole file. */
    @Override
    public void hold(Connection connection, List<String> names) {}

    @Override
    public Optional<DataSource> dataSource() {
        return Optional.empty();
    }

    @Override
    public void close() {
        writing.lock();
        reading.acquireUninterruptibly(READERS);
        try {
            closed = true;
            readers.forEach(SqliteDatabase::closeQuietly);
            readers.clear();
            closeQuietly(writer);
            writer = null;
        } finally {
            reading.release(READERS);
            writing.unlock();
        }
    }

    @Override
    public String toString() {
        return JDBC.PREFIX + file;
    }

    private static <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        Sql.run(connection, "BEGIN IMMEDIATE");
        T result;
        try {
            result = work.on(connection);
        } catch (RuntimeException e) {
            Sql.run(connection, "ROLLBACK");
            throw e;
        }
        Sql.run(connection, "COMMIT");
        return result;
    }

    private Connection connect(Preparation preparation) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE); // a file that is taken away meanwhile must not come back empty
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.setSynchronous(SynchronousMode.FULL);
        config.enableFullSync(true); // macOS: to the disk, not only to its cache
        config.enforceForeignKeys(true);
        Connection connection = JDBC.createConnection(toString(), config.toProperties());
        try {
            preparation.of(connection);
            return connection;
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** What a new connection needs before its first use. */
    private interface Preparation {
        void of(Connection connection) throws SQLException;
    }

    private static void onlyReads(Connection connection) throws SQLException {
        Sql.run(connection, "PRAGMA query_only = ON");
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException(
                    "this VideoJobs was closed, and its journal " + file + " with it; open another", null);
        }
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // nothing that was promised depends on it
        }
    }
}
