package io.videojob.journal.jdbc;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Switches a file to the write-ahead log, which it keeps from then on.
 *
 * <p>SQLite doesn't wait for its busy timeout here: of several processes that open a new file at once, those that switch it
 * beside another are told right away that it is busy. They try again for as long as they would have waited.
 */
final class WriteAheadLog {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Retry RETRY = Retry.of(
            "write-ahead log",
            RetryConfig.custom()
                    .waitDuration(PAUSE)
                    .maxAttempts((int) SqliteDatabase.BUSY_TIMEOUT.dividedBy(PAUSE))
                    .retryOnException(WriteAheadLog::isBusy)
                    .build());

    private WriteAheadLog() {}

    static void use(Connection connection) throws SQLException {
        try {
            RETRY.executeCallable(() -> {
                Sql.run(connection, "PRAGMA journal_mode = WAL");
                return connection;
            });
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBusy(Throwable thrown) {
        return thrown instanceof SQLException trouble && SqliteTrouble.isBusy(trouble);
    }
}
