package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** One journal's file that is emptied before each use: files take long to make. */
final class EmptiedFile implements AutoCloseable {
    private final Path folder;
    private final Path file;
    private final Connection broom;

    EmptiedFile() throws IOException, SQLException {
        folder = Files.createTempDirectory("journal");
        file = folder.resolve("jobs.db");
        JdbcJournal.sqlite(file).close();
        broom = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    /** A journal without jobs; the one before must be closed. */
    JobJournal open() throws SQLException {
        for (String table : Sql.rows(
                broom,
                row -> row.getString(1),
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> ?",
                Migrations.HISTORY)) {
            Sql.run(broom, "DELETE FROM " + table);
        }
        return JdbcJournal.sqlite(file);
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
