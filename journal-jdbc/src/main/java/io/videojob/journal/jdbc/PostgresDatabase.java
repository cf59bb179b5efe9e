package io.videojob.journal.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.videojob.JournalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database. Transactions are READ COMMITTED, where each statement sees what was committed when it began: so
 * what is read after {@link #hold} is what the one before left.
 */
final class PostgresDatabase implements Database {
    static final int POOL_SIZE = 8;
    static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

    /** How often work is begun that gets in the way of others'. */
    private static final int TRIES = 10;

    private static final int MOST_AT_ONCE = 1 << 20;

    private final String words;
    private final DataSource connections;
    private final @Nullable HikariDataSource ownPool;
    private final Semaphore running = new Semaphore(MOST_AT_ONCE);
    private volatile boolean closed;

    private PostgresDatabase(String words, DataSource connections, @Nullable HikariDataSource ownPool) {
        this.words = words;
        this.connections = connections;
        this.ownPool = ownPool;
    }

    /** Opens the database at a URL, and brings the tables up to date. */
    static PostgresDatabase open(String url) {
        return open(url, CONNECTION_WAIT);
    }

    static PostgresDatabase open(String url, Duration connectionWait) {
        PostgresUrl place = new PostgresUrl(url);
        // not from the pool, which would try for as long as one waits for it, whatever is wrong
        PostgresTables.bringUpToDate(place.toString(), place::connect);
        HikariConfig config = new HikariConfig();
        config.setPoolName("videojob journal");
        config.setJdbcUrl(place.url());
        config.setDataSourceProperties(PostgresUrl.defaults());
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setIdleTimeout(Duration.ofMinutes(1).toMillis());
        config.setConnectionTimeout(connectionWait.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(3).toMillis());
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql(PostgresTables.SESSION);
        HikariDataSource pool = new HikariDataSource(config);
        return new PostgresDatabase(place.toString(), pool, pool);
    }

    /** Brings the tables up to date, and uses the pool of somebody who will close it. */
    static PostgresDatabase over(DataSource connections) {
        String words = PostgresTables.nameOf(connections);
        PostgresTables.bringUpToDate(words, connections::getConnection);
        return new PostgresDatabase(words, connections, null);
    }

    @Override
    public <T> T read(Work<T> work) {
        return once(work);
    }

    @Override
    public <T> T once(Work<T> work) {
        return with(connection -> {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            return work.on(connection);
        });
    }

    @Override
    public <T> T write(Work<T> work) {
        return with(connection -> {
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
            }
            T result;
            try {
                result = work.on(connection);
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
            connection.commit();
            return result;
        });
    }

    /** What went wrong before matters more than that a broken connection can't be told to forget. */
    private static void rollBack(Connection connection, Exception why) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private <T> T with(Work<T> work) {
        running.acquireUninterruptibly();
        try {
            for (int tries = 1; ; tries++) {
                requireOpen();
                try (Connection connection = connections.getConnection()) {
                    return work.on(connection);
                } catch (SQLException e) {
                    if (tries == TRIES || !PostgresTrouble.isOfTheMoment(e)) {
                        throw PostgresTrouble.explain(words, e);
                    }
                }
            }
        } finally {
            running.release();
        }
    }

    @Override
    public void hold(Connection connection, List<String> names) throws SQLException {
        String question = "?, ".repeat(names.size() - 1) + "?";
        String lock = "SELECT name FROM videojob_provider WHERE name IN (" + question + ") ORDER BY name FOR UPDATE";
        while (Sql.rows(connection, row -> row.getString(1), lock, names.toArray())
                        .size()
                < names.size()) {
            for (String name : names) {
                Sql.change(connection, "INSERT INTO videojob_provider (name) VALUES (?) ON CONFLICT DO NOTHING", name);
            }
        }
    }

    @Override
    public Optional<DataSource> dataSource() {
        return Optional.of(connections);
    }

    @Override
    public void close() {
        closed = true;
        running.acquireUninterruptibly(MOST_AT_ONCE);
        try {
            if (ownPool != null) {
                ownPool.close();
            }
        } finally {
            running.release(MOST_AT_ONCE);
        }
    }

    @Override
    public String toString() {
        return words;
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException(
                    "this VideoJobs was closed, and its journal " + words + " with it; open another", null);
        }
    }
}
