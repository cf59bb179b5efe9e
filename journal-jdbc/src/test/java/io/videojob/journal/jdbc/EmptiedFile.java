package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * One journal's file that is emptied before each use: files take long to make. It lies in memory where there is such a
 * folder, because a disk takes long to write.
 */
final class EmptiedFile implements AutoCloseable {
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final Path folder;
    private final Path file;
    private final Connection broom;

    EmptiedFile() throws IOException, SQLException {
        folder = Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "journal")
                : Files.createTempDirectory("journal");
        file = folder.resolve("jobs.db");
        JdbcJournal.sqlite(file).close();
        broom = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** A journal without jobs; those before must be closed. */
    JobJournal open() throws SQLException {
        return open(1).get(0);
    }

    /** So many handles on one journal without jobs; those before must be closed. */
    List<JobJournal> open(int handles) throws SQLException {
        for (String table : Sql.rows(
                broom,
                row -> row.getString(1),
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> ?",
                Migrations.HISTORY)) {
            Sql.run(broom, "DELETE FROM " + table);
        }
        return Stream.<JobJournal>generate(() -> JdbcJournal.sqlite(file))
                .limit(handles)
                .toList();
    }

    @Override
    public void close() throws IOException, SQLException {
        broom.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
