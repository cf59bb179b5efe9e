package io.videojob.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.internal.engine.RunOneJob;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import io.videojob.spi.contract.Jobs;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a job costs a database, in statements: printed, and never more than this. Commits are counted with them. */
class StatementsTest {
    private static final AdmissionLimits ALL_LIMITS = new AdmissionLimits(
            10,
            100,
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            new SpendingLimits(new BigDecimal(100), new BigDecimal(50), Duration.ofDays(1)));

    @Test
    void ofAJobOverPostgresql() throws Exception {
        PostgresDatabase database = PostgresDatabase.open(TestPostgres.shared().emptiedJournal());
        count("PostgreSQL", database, new Most(17, 2, 7));
    }

    @Test
    void ofAJobOverSqlite(@TempDir Path folder) throws Exception {
        count("SQLite", SqliteDatabase.open(folder.resolve("jobs.db")), new Most(16, 2, 7));
    }

    private record Most(int create, int look, int end) {}

    private static void count(String system, Database real, Most most) {
        CountedDatabase database = new CountedDatabase(real);
        try (JobJournal journal = new JdbcJournal(database)) {
            RunOneJob run = new RunOneJob(journal, ALL_LIMITS);
            run.create(); // makes the rows of the provider
            run.look();
            run.end();
            database.take();

            run.create();
            assertCost(system, "create", database, most.create);
            run.look();
            assertCost(system, "first look", database, most.look + 1);
            run.look();
            assertCost(system, "look", database, most.look);
            run.end();
            assertCost(system, "look that finds the end", database, most.end);
            assertThat(run.isDone()).isTrue();
        }
    }

    @Test
    void ofManyJobsAtOnce() throws Exception {
        CountedDatabase database =
                new CountedDatabase(PostgresDatabase.open(TestPostgres.shared().emptiedJournal()));
        try (JobJournal journal = new JdbcJournal(database)) {
            List<StoredJob> jobs = new ArrayList<>();
            Map<JobId, Long> known = new HashMap<>();
            for (int i = 0; i < 1_000; i++) {
                jobs.add(Jobs.job("j" + i).build());
                known.put(JobId.parse("j" + i), 0L);
            }
            journal.insert(jobs);
            assertCost("PostgreSQL", "insert of 1000 jobs", database, 2);
            assertThat(journal.changed(known)).hasSize(1_000);
            assertCost("PostgreSQL", "refresh of 1000 watched jobs", database, 1);
        }
    }

    private static void assertCost(String system, String what, CountedDatabase database, int most) {
        List<String> statements = database.take();
        System.out.println(
                system + ": " + what + ", " + statements.size() + " statements: " + String.join(", ", statements));
        assertThat(statements).hasSizeLessThanOrEqualTo(most);
    }
}
