package io.videojob.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.spi.ProviderMoney;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @Test
    void theNewestVersionIsThatOfTheNewestFile() throws Exception {
        URL folder = Migrations.class.getClassLoader().getResource(Dialect.SQLITE.migrations());
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max())
                    .hasValue(Migrations.NEWEST);
        }
    }

    @Test
    void whatJobsSpentBeforeItWasKeptByProviderIsTheirLastProviders(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("jobs.db");
        writeVersion1(file, """
                INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, provider, held_nano,
                    spent_nano, reserved, spent, payload) VALUES
                    ('j1', 3, 'SUCCEEDED', 1, 5, 7, 'acme', NULL, 700000000, NULL, '0.70', '{}'),
                    ('j2', 3, 'SUCCEEDED', 1, 5, 5, NULL, NULL, 1, NULL, '0.000000001', '{}'),
                    ('j3', 3, 'RUNNING', 0, 5, 9, 'acme', 250000000, NULL, '0.25', NULL, '{}')""");

        try (JdbcJournal journal = JdbcJournal.sqlite(file)) {
            assertThat(journal.find(JobId.parse("j1")).orElseThrow().spent()).contains(new BigDecimal("0.70"));
            assertThat(journal.find(JobId.parse("j3")).orElseThrow().reserved()).contains(new BigDecimal("0.25"));
            assertThat(journal.money(Units.instant(4)))
                    .containsExactly(
                            new ProviderMoney("", new BigDecimal("1E-9"), BigDecimal.ZERO),
                            new ProviderMoney("acme", new BigDecimal("0.7"), new BigDecimal("0.25")));
            assertThat(journal.money(Units.instant(7)))
                    .containsExactly(new ProviderMoney("acme", BigDecimal.ZERO, new BigDecimal("0.25")));
        }
    }

    @Test
    void alsoInAJournalOfVersionOneTheJobsThatWakeAreFoundByTheirIndex(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("jobs.db");
        writeVersion1(file, """
                INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, wake_at, payload) VALUES
                    ('j1', 3, 'RUNNING', 0, 5, 5, 20, '{}'),
                    ('j2', 3, 'SUCCEEDED', 1, 5, 5, 10, '{}'),
                    ('j3', 3, 'FAILED', 1, 5, 5, NULL, '{}')""");

        try (JdbcJournal journal = JdbcJournal.sqlite(file)) {
            assertThat(journal.due(Units.instant(20), 9))
                    .extracting(job -> job.id().toString())
                    .containsExactly("j2", "j1");
            assertThat(journal.nextWake()).contains(Units.instant(10));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(Sql.rows(
                            connection,
                            row -> row.getString("detail"),
                            "EXPLAIN QUERY PLAN SELECT wake_at FROM videojob_job WHERE wake_at IS NOT NULL"
                                    + " ORDER BY wake_at LIMIT 1"))
                    .singleElement()
                    .asString()
                    .contains("videojob_job_by_wake");
        }
    }

    /** Flyway refuses a journal whose past is another than the files say: what has changed since goes into a new file. */
    @Test
    void theFilesThatJournalsWereMadeWithStayAsTheyWere(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("jobs.db");
        JdbcJournal.sqlite(file).close();

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(Sql.rows(
                            connection,
                            row -> row.getInt(1),
                            "SELECT checksum FROM " + Migrations.HISTORY
                                    + " WHERE version IS NOT NULL ORDER BY installed_rank"))
                    .containsExactly(91387208, -270597886);
        }
    }

    @Test
    void whatFlywayDoesIsUndoneWithTheTransactionItIsIn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("jobs.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Migrations migrations = new Migrations(file.toString(), Dialect.SQLITE);
            Sql.run(connection, "BEGIN IMMEDIATE");
            assertThat(migrations.run(connection)).isTrue();
            assertThat(migrations.areNeeded(connection)).isFalse();
            Sql.run(connection, "ROLLBACK");

            assertThat(Sql.number(connection, "SELECT count(*) FROM sqlite_schema"))
                    .isZero();
            assertThat(migrations.areNeeded(connection)).isTrue();
        }
    }

    private static void writeVersion1(Path file, String rows) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Flyway.configure()
                    .dataSource(new BorrowedConnection(connection))
                    .locations("classpath:" + Dialect.SQLITE.migrations())
                    .table(Migrations.HISTORY)
                    .target("1")
                    .load()
                    .migrate();
            Sql.run(connection, rows);
        }
    }
}
