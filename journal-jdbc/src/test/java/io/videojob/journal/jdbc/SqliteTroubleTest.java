package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.spi.JobJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.NativeLibraryNotFoundException;

/** Whatever is wrong with the file, the message names it and the way out. */
class SqliteTroubleTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("jobs.db");
    }

    @Test
    void aFileOfSomethingElseIsLeftAlone() throws Exception {
        String letter = "Dear database,\n".repeat(300);
        Files.writeString(file, letter);

        refused().withMessageContaining("is not a SQLite database: name another file");

        assertThat(file).hasContent(letter);
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws Exception {
        inSqlite("CREATE TABLE customers (name TEXT)");

        refused().withMessageContaining("database of something else").withMessageContaining("of its own");
    }

    @Test
    void aJournalOfANewerVersionIsLeftAlone() throws Exception {
        JdbcJournal.sqlite(file).close();
        inSqlite("INSERT INTO videojob_schema (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (9999, '" + (Migrations.NEWEST + 1)
                + "', 'later', 'SQL', '', '', 1, 1)");

        refused().withMessageContaining("newer version of VideoJob").withMessageContaining("use that version");
    }

    @Test
    void aMissingFolderIsNamed() {
        file = folder.resolve("missing").resolve("jobs.db");

        refused().withMessageContaining("its folder does not exist; make it");
    }

    @Test
    void aFolderIsNotAFile() throws Exception {
        Files.createDirectory(file);

        refused().withMessageContaining("something else than a file");
    }

    @Test
    void aLinkToNothingIsNotAFile() throws Exception {
        Files.createSymbolicLink(file, folder.resolve("missing.db"));

        refused().withMessageContaining("something else than a file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatMayNotBeWrittenIsNamed() throws Exception {
        JdbcJournal.sqlite(file).close();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assumeThat(Files.isWritable(file)).as("root may write anything").isFalse();

        refused().withMessageContaining("may not read and write").withMessageContaining("give permission");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderThatMayNotBeWrittenIsNamed() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            assumeThat(Files.isWritable(folder)).as("root may write anything").isFalse();

            refused().withMessageContaining("can't be made in its folder");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDamagedFileIsSaidToBeDamaged() throws Exception {
        JdbcJournal.sqlite(file).close();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096, bytes.length, (byte) 0x5a);
        Files.write(file, bytes);

        refused().withMessageContaining("is damaged").withMessageContaining("backup");
    }

    @Test
    void aFullDiskWritesNothingAndIsOverOnceThereIsRoom() {
        SqliteDatabase database = SqliteDatabase.open(file);
        try (JobJournal journal = new JdbcJournal(database)) {
            database.write(connection -> Sql.number(connection, "PRAGMA max_page_count = 40"));

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.insert(List.of(
                            job("j1").build(),
                            job("j2").payload("x".repeat(1 << 20)).build())))
                    .withMessageContaining(file.toString())
                    .withMessageContaining("the disk is full; make room")
                    .satisfies(e -> assertThat(e.isRetryable()).isTrue());

            assertThat(journal.find(JobId.parse("j1"))).isEmpty();
            // the next connection knows nothing of the limit
            journal.insert(List.of(
                    job("j1").build(), job("j2").payload("x".repeat(1 << 20)).build()));
            assertThat(journal.find(JobId.parse("j2"))).isPresent();
        }
    }

    @Test
    void aLockThatIsNeverGivenBackIsSaidToBeHeldByAnotherProgram() throws Exception {
        JdbcJournal.sqlite(file).close();
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                Connection late = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.run(holder, "BEGIN IMMEDIATE");
            Sql.run(late, "PRAGMA busy_timeout = 0");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.run(late, "BEGIN IMMEDIATE"))
                    .satisfies(busy -> assertThat(SqliteTrouble.explain(file, busy))
                            .hasMessageContaining("is locked: another program")
                            .hasMessageContaining("30 s"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatWasTakenAwayDoesNotComeBackEmpty() throws Exception {
        SqliteDatabase database = SqliteDatabase.open(file);
        try (JobJournal journal = new JdbcJournal(database)) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> database.write(connection -> {
                        throw new SQLException("ends the connection");
                    }));
            Files.delete(file);

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.insert(List.of(job("j1").build())))
                    .withMessageContaining("check that its folder is there");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aFolderForTemporaryFilesThatNothingRunsFromIsNamed() {
        // what sqlite-jdbc 3.54.1.0 throws when that folder is mounted noexec
        SQLException error = new SQLException(
                "Error opening connection", new NativeLibraryNotFoundException("No native library found"));

        assertThat(SqliteTrouble.explain(file, error)).hasMessageContaining("-Dorg.sqlite.tmpdir=FOLDER");
    }

    private ThrowableAssertAlternative<JournalException> refused() {
        return assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.sqlite(file))
                .withMessageContaining(file.toString());
    }

    private void inSqlite(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Sql.run(connection, sql);
        }
    }
}
