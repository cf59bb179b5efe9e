package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.videojob.ConfigurationException;
import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.spi.JobJournal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with the server, the message names the database and the way out, and never a password. */
@Tag("slow")
class PostgresTroubleTest {
    private static final String SECRET = "hunter2";
    private final TestPostgres server = TestPostgres.shared();

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        refused("jdbc:postgresql://localhost:" + port + "/jobs?user=me&password=" + SECRET)
                .withMessageContaining("jdbc:postgresql://localhost:" + port + "/jobs can't be reached")
                .withMessageContaining("check that the server runs")
                .satisfies(e -> assertThat(e.isRetryable()).isTrue());
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        refused("jdbc:postgresql://nowhere.invalid/jobs?password=" + SECRET)
                .withMessageContaining("jdbc:postgresql://nowhere.invalid/jobs can't be reached");
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForLong() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            refused("jdbc:postgresql://localhost:" + silent.getLocalPort() + "/jobs?loginTimeout=1&password=" + SECRET)
                    .withMessageContaining("can't be reached");
        }
    }

    @Test
    void nothingIsWaitedForWithoutEnd() {
        assertThat(PostgresUrl.defaults())
                .containsEntry("connectTimeout", "5")
                .containsEntry("loginTimeout", "8")
                .containsEntry("socketTimeout", "30");
        try (JobJournal journal = journal();
                Connection connection =
                        ((JdbcJournal) journal).dataSource().orElseThrow().getConnection()) {
            assertThat(setting(connection, "statement_timeout")).isEqualTo("20s");
            assertThat(setting(connection, "lock_timeout")).isEqualTo("15s");
            assertThat(setting(connection, "idle_in_transaction_session_timeout"))
                    .isEqualTo("5s");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWrongPasswordIsToldAndNotPrinted() throws Exception {
        server.run("CREATE ROLE guarded LOGIN PASSWORD 'right'");
        server.askForPasswordOf("guarded");
        String url = TestPostgres.as("guarded", server.newDatabase());

        refused(url + "&password=" + SECRET).withMessageContaining("does not take this user with this password");
        refused(url).withMessageContaining("does not take this user with this password");
    }

    @Test
    void aMissingDatabaseIsNamed() throws Exception {
        refused(server.newDatabase().replaceFirst("/journal\\d+", "/nothing") + "&password=" + SECRET)
                .withMessageContaining("/nothing can't be opened: there is no such database")
                .withMessageContaining("CREATE DATABASE");
    }

    @Test
    void aUserWhoMayNotMakeTablesIsToldWhatToGrant() throws Exception {
        server.run("CREATE ROLE reader LOGIN");

        refused(TestPostgres.as("reader", server.newDatabase()) + "&password=" + SECRET)
                .withMessageContaining("this user may not")
                .withMessageContaining("CREATE ON SCHEMA");
    }

    @Test
    void tooManyConnectionsAreSaidToBeSo() throws Exception {
        server.run("CREATE ROLE crowd LOGIN CONNECTION LIMIT 0");

        refused(TestPostgres.as("crowd", server.newDatabase()) + "&password=" + SECRET)
                .withMessageContaining("too many connections")
                .withMessageContaining("max_connections");
    }

    @Test
    void aServerThatOnlyReadsIsSaidTo() throws Exception {
        String url = server.newJournal();
        DriverManager.getConnection(url).close();
        inDatabase(
                url,
                "DO $$ BEGIN EXECUTE 'ALTER DATABASE ' || current_database()"
                        + " || ' SET default_transaction_read_only = on'; END $$");

        try (JobJournal journal = JdbcJournal.open(url)) {
            assertThat(journal.find(JobId.parse("j1"))).isEmpty();
            failing(() -> journal.insert(List.of(job("j1").build())))
                    .withMessageContaining("the server only reads")
                    .withMessageContaining("targetServerType=primary");
        }
    }

    /** The server raises the error itself, as it does when a table can't grow: a disk is hard to fill in a test. */
    @Test
    void aFullDiskWritesNothingAndIsOverOnceThereIsRoom() throws Exception {
        String url = server.newJournal();
        inDatabase(
                url,
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NEW.id = 'j2' THEN RAISE disk_full; END IF; RETURN NEW; END $$");
        inDatabase(
                url,
                "CREATE TRIGGER full_disk BEFORE INSERT ON videojob_job FOR EACH ROW EXECUTE FUNCTION"
                        + " full_disk()");

        try (JobJournal journal = JdbcJournal.open(url)) {
            failing(() -> journal.insert(List.of(job("j1").build(), job("j2").build())))
                    .withMessageContaining("disk is full; make room. Nothing was written");
            assertThat(journal.find(JobId.parse("j1"))).isEmpty();

            inDatabase(url, "DROP TRIGGER full_disk ON videojob_job");
            journal.insert(List.of(job("j1").build(), job("j2").build()));
            assertThat(journal.find(JobId.parse("j2"))).isPresent();
        }
    }

    @Test
    void whoHoldsALockForTooLongIsToBeFound() throws Exception {
        String url = server.newJournal() + "&options=-c%20lock_timeout=50ms";
        try (Connection holder = DriverManager.getConnection(url);
                Connection late = DriverManager.getConnection(url)) {
            holder.setAutoCommit(false);
            Sql.run(holder, "LOCK TABLE videojob_job");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.run(late, "SELECT 1 FROM videojob_job"))
                    .satisfies(error -> assertThat(PostgresTrouble.explain("J", error))
                            .hasMessageContaining("was kept waiting for too long")
                            .hasMessageContaining("pg_stat_activity"));
        }
    }

    @Test
    void aJournalOfANewerVersionIsLeftAlone() throws Exception {
        String url = server.newJournal();
        inDatabase(
                url,
                "INSERT INTO videojob_schema (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) VALUES (9999, '" + (Migrations.NEWEST + 1)
                        + "', 'later', 'SQL', '', '', 1, true)");

        refused(url).withMessageContaining("newer version of VideoJob").withMessageContaining("use that version");
    }

    @Test
    void tablesOfOthersMayStandBesideIt() throws Exception {
        String url = server.newDatabase();
        inDatabase(url, "CREATE TABLE customers (name TEXT)");
        inDatabase(url, "INSERT INTO customers VALUES ('Ada')");

        try (JobJournal journal = JdbcJournal.open(url)) {
            journal.insert(List.of(job("j1").build()));
        }
        inDatabase(url, "DELETE FROM customers WHERE name = 'Ada'");
    }

    @Test
    void severalJournalsMayStandInSchemasOfTheirOwn() throws Exception {
        String url = server.newDatabase();

        try (JobJournal one = JdbcJournal.open(url);
                JobJournal blue = JdbcJournal.open(url + "&currentSchema=blue")) {
            one.insert(List.of(job("j1").build()));
            assertThat(blue.find(JobId.parse("j1"))).isEmpty();
        }
        inDatabase(url, "INSERT INTO blue.videojob_provider SELECT id FROM public.videojob_job");
    }

    @Test
    void aPoolOfSomebodyElseIsUsedAsItIsAndNotClosed() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.newDatabase() + "&password=" + SECRET);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            try (JdbcJournal journal = JdbcJournal.postgresql(pool)) {
                journal.insert(List.of(job("j1").build()));
                assertThat(journal.find(JobId.parse("j1"))).isPresent();
                assertThat(journal.dataSource()).containsSame(pool);
                assertThat(journal.toString())
                        .contains("jdbc:postgresql://localhost")
                        .doesNotContain(SECRET);
            }
            assertThat(pool.isClosed()).isFalse();
        }
    }

    @Test
    void aPoolWithAnotherIsolationIsRefused() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.newDatabase());
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> JdbcJournal.postgresql(pool))
                    .withMessageContaining("READ COMMITTED");
        }
    }

    @Test
    void aCharacterThatItCanNotKeepIsNamed() {
        try (JobJournal journal = journal()) {
            failing(() -> journal.insert(List.of(job("j1").tag("a\0b").build())))
                    .withMessageContaining("U+0000");
            assertThatCode(() -> journal.insert(List.of(job("j1").tag("\ud800").build())))
                    .doesNotThrowAnyException();
        }
    }

    private JobJournal journal() {
        try {
            return JdbcJournal.open(server.emptiedJournal() + "&password=" + SECRET);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static ThrowableAssertAlternative<JournalException> refused(String url) {
        return failing(() -> JdbcJournal.open(url).close());
    }

    private static ThrowableAssertAlternative<JournalException> failing(ThrowingCallable call) {
        return assertThatExceptionOfType(JournalException.class)
                .isThrownBy(call)
                .withMessageContaining("the journal jdbc:postgresql:")
                .satisfies(e -> {
                    for (Throwable each = e; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain(SECRET);
                    }
                });
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return Sql.first(connection, row -> row.getString(1), "SHOW " + name).orElseThrow();
    }

    private static void inDatabase(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.run(connection, sql);
        }
    }
}
