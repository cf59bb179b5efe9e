package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ConfigurationException;
import io.videojob.JobId;
import io.videojob.spi.JobJournal;
import io.videojob.spi.JobJournalFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcJournalFactoryTest {
    private final JobJournalFactory factory = ServiceLoader.load(JobJournalFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(any -> any.accepts("jdbc:sqlite:jobs.db"))
            .findFirst()
            .orElseThrow();

    @Test
    void opensTheFileThatTheUrlNames(@TempDir Path folder) {
        Path file = folder.resolve("my jobs #1%.db");
        try (JobJournal journal = factory.open("jdbc:sqlite:" + file)) {
            journal.insert(List.of(job("j1").build()));
            assertThat(journal).hasToString("JdbcJournal[jdbc:sqlite:" + file + "]");
        }

        assertThat(file).isNotEmptyFile();
        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            assertThat(journal.find(JobId.parse("j1"))).isPresent();
        }
    }

    @Test
    void leavesOtherKindsOfUrlsToOthers() {
        assertThat(factory.accepts("redis://localhost")).isFalse();
        assertThat(factory.accepts("jobs.db")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:",
                "jdbc:sqlite: ",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite::resource:jobs.db",
                "jdbc:sqlite:file:jobs.db",
                "jdbc:sqlite:jobs.db?cache=shared",
                "jdbc:sqlite:jobs\0.db",
                "jdbc:mysql://db/jobs",
                "jdbc:",
                "jobs.db"
            })
    void saysWhatWorksWhenAUrlDoesNot(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> factory.open(url))
                .withMessageContaining("jdbc:sqlite:FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db?password=hunter2",
                "jdbc:postgresql://db:port/jobs?password=hunter2",
                "jdbc:postgresql://me:hunter2@db/jobs",
                "jdbc:postgresql://me@db/jobs?password=hunter2"
            })
    void saysHowAPostgresqlUrlIsWritten(String url) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> factory.open(url))
                .withMessageContaining("jdbc:postgresql://HOST:PORT/DATABASE?user=USER")
                .withMessageNotContaining("hunter2")
                .withNoCause();
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> factory.open("jdbc:mysql://me:hunter2@db/jobs?password=hunter2"))
                .withMessageContaining("jdbc:mysql")
                .withMessageNotContaining("hunter2");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> factory.open("jdbc:sqlite:jobs.db?password=hunter2"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aNameThatTheDriverWouldMisreadIsRefused(@TempDir Path folder) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> JdbcJournal.sqlite(folder.resolve("jobs?.db")))
                .withMessageContaining("question mark");
    }
}
