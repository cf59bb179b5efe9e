package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RandomRunsContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Each process of a run has a handle of its own on the file. Fewer runs than in memory, and all in one file that is emptied
 * between them: files take long to make. It lies in memory where there is such a folder, because a disk takes long to write.
 */
class SqliteRandomRunsTest extends RandomRunsContract {
    private static final Path IN_MEMORY = Path.of("/dev/shm");
    private static Path folder;
    private static Path file;
    private static Connection broom;

    @BeforeContainer
    static void makeFile() throws Exception {
        folder = Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "journal")
                : Files.createTempDirectory("journal");
        file = folder.resolve("jobs.db");
        JdbcJournal.sqlite(file).close();
        broom = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterContainer
    static void removeFile() throws Exception {
        broom.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }

    @Override
    protected List<JobJournal> open(int processes) throws Exception {
        Sql.run(broom, "DELETE FROM videojob_send");
        Sql.run(broom, "DELETE FROM videojob_reference");
        Sql.run(broom, "DELETE FROM videojob_spent");
        Sql.run(broom, "DELETE FROM videojob_job");
        return Stream.<JobJournal>generate(() -> JdbcJournal.sqlite(file))
                .limit(processes)
                .toList();
    }

    @Override
    protected int usualRuns() {
        return 30;
    }
}
