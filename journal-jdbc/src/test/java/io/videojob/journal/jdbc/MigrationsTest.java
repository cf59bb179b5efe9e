package io.videojob.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @Test
    void theNewestVersionIsThatOfTheNewestFile() throws Exception {
        URL folder = Migrations.class.getClassLoader().getResource(Migrations.LOCATION);
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                            .max())
                    .hasValue(Migrations.NEWEST);
        }
    }

    @Test
    void whatFlywayDoesIsUndoneWithTheTransactionItIsIn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("jobs.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Migrations migrations = new Migrations(file);
            Sql.run(connection, "BEGIN IMMEDIATE");
            assertThat(migrations.run(connection)).isTrue();
            assertThat(migrations.areNeeded(connection)).isFalse();
            Sql.run(connection, "ROLLBACK");

            assertThat(Sql.number(connection, "SELECT count(*) FROM sqlite_schema"))
                    .isZero();
            assertThat(migrations.areNeeded(connection)).isTrue();
        }
    }
}
