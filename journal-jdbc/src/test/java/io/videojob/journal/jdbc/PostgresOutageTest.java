package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.Race;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The server goes away and comes back; connections are cut; transactions get in each other's way. */
class PostgresOutageTest {

    @Test
    @Tag("slow")
    void itFailsWhileTheServerIsAwayAndGoesOnWhenItIsBack() throws Exception {
        try (TestPostgres server = TestPostgres.start();
                JobJournal journal =
                        new JdbcJournal(PostgresDatabase.open(server.newDatabase(), Duration.ofSeconds(3)))) {
            journal.insert(List.of(job("j1").build()));

            server.stop();
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.insert(List.of(job("j2").build())))
                    .withMessageContaining("can't be reached");

            server.startAgain();
            assertThat(journal.find(JobId.parse("j1"))).isPresent();
            journal.insert(List.of(job("j2").build()));
            assertThat(journal.find(JobId.parse("j2"))).isPresent();
        }
    }

    @Test
    void aConnectionThatTheServerCutsIsReplaced() throws Exception {
        TestPostgres server = TestPostgres.shared();
        try (JobJournal journal = JdbcJournal.open(server.newJournal() + "&ApplicationName=cut")) {
            journal.insert(List.of(job("j1").build()));
            server.run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'cut'");

            int failed = 0;
            for (boolean found = false; !found; ) {
                try {
                    found = journal.find(JobId.parse("j1")).isPresent();
                } catch (JournalException e) {
                    assertThat(e).hasMessageContaining("stopping or starting");
                    failed++;
                }
            }
            assertThat(failed).as("each connection fails once at most").isLessThanOrEqualTo(PostgresDatabase.POOL_SIZE);
        }
    }

    @Test
    void ofTwoThatBlockEachOtherOneIsBegunAnew() throws Exception {
        String url = TestPostgres.shared().newJournal() + "&options=-c%20deadlock_timeout=10ms";
        PostgresDatabase database = PostgresDatabase.open(url);
        try (JobJournal journal = new JdbcJournal(database)) {
            journal.insert(List.of(job("j0").build(), job("j1").build()));
            CountDownLatch bothHoldOne = new CountDownLatch(2);
            AtomicInteger begun = new AtomicInteger();

            Race.of(
                    2,
                    number -> database.write(connection -> {
                        begun.incrementAndGet();
                        touch(connection, "j" + number);
                        bothHoldOne.countDown();
                        await(bothHoldOne);
                        touch(connection, "j" + (1 - number));
                        return true;
                    }));

            assertThat(begun).hasValueGreaterThan(2);
            assertThat(journal.find(JobId.parse("j0")).orElseThrow().version()).isEqualTo(3);
            assertThat(journal.find(JobId.parse("j1")).orElseThrow().version()).isEqualTo(3);
        }
    }

    private static void touch(Connection connection, String id) throws SQLException {
        Sql.change(connection, "UPDATE videojob_job SET version = version + 1 WHERE id = ?", id);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
