package io.videojob.journal.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RandomRunsContract;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Each process of a run has a handle of its own; all share a pool, because pools take long to make. */
class PostgresRandomRunsTest extends RandomRunsContract {
    private static HikariDataSource pool;

    @BeforeContainer
    static void makePool() throws Exception {
        pool = new HikariDataSource();
        pool.setJdbcUrl(TestPostgres.shared().emptiedJournal());
    }

    @AfterContainer
    static void closePool() {
        pool.close();
    }

    @Override
    protected List<JobJournal> open(int processes) throws Exception {
        String unused = TestPostgres.shared().emptiedJournal();
        return Stream.<JobJournal>generate(() -> JdbcJournal.postgresql(pool))
                .limit(processes)
                .toList();
    }

    @Override
    protected int usualRuns() {
        return 3;
    }
}
