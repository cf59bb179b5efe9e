package io.videojob.journal.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server for tests, which runs while this process does. Its files lie in memory where there is such a
 * folder.
 */
public final class TestPostgres implements AutoCloseable {
    private static final int TRIES_TO_DELETE = 20;
    private static final Path IN_MEMORY = Path.of("/dev/shm");

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private EmbeddedPostgres server;
    private @Nullable String template;
    private @Nullable String emptied;

    private TestPostgres() throws IOException {
        folder = Files.isWritable(IN_MEMORY)
                ? Files.createTempDirectory(IN_MEMORY, "postgres")
                : Files.createTempDirectory("postgres");
        server = builder().start();
    }

    /** The one that all tests of this process share. */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** One of its own, for a test that stops it. */
    public static TestPostgres start() throws IOException {
        return new TestPostgres();
    }

    /** The URL of a new database with nothing in it; it works from other processes of this machine too. */
    public String newDatabase() throws SQLException {
        String name = "journal" + databases.incrementAndGet();
        run("CREATE DATABASE " + name);
        return url(name);
    }

    /** The URL of a new database with an empty journal's tables: faster than to make them. */
    public synchronized String newJournal() throws SQLException {
        if (template == null) {
            run("CREATE DATABASE journal_template");
            JdbcJournal.open(url("journal_template")).close();
            template = "journal_template";
        }
        String name = "journal" + databases.incrementAndGet();
        run("CREATE DATABASE " + name + " TEMPLATE " + template);
        return url(name);
    }

    /** The URL of an empty journal, always the same, which is emptied: faster still. Those before must be closed. */
    public synchronized String emptiedJournal() throws SQLException {
        if (emptied == null) {
            emptied = newJournal();
        }
        try (Connection connection = DriverManager.getConnection(emptied)) {
            Sql.run(
                    connection,
                    "DELETE FROM videojob_reference; DELETE FROM videojob_spent; DELETE FROM videojob_send;"
                            + " DELETE FROM videojob_job; DELETE FROM videojob_provider");
        }
        return emptied;
    }

    /** Runs a statement as the server's owner, in its own database. */
    public void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"))) {
            Sql.run(connection, sql);
        }
    }

    /** The same database, for another user. */
    public static String as(String user, String url) {
        return url.replaceFirst("\\?user=[a-z]+", "?user=" + user);
    }

    /** From now on that user has to give a password; all others need none. */
    public void askForPasswordOf(String user) throws IOException, SQLException {
        Path rules = folder.resolve("pg_hba.conf");
        Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
        run("SELECT pg_reload_conf()");
    }

    /** As when its machine goes down: connections break, and new ones are refused. */
    public void stop() throws IOException {
        server.close();
    }

    /** The same server again, at the same address, with what was written. */
    public void startAgain() throws IOException {
        server = builder().setPort(server.getPort()).start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("max_connections", "200")
                .setServerConfig("deadlock_timeout", "50ms");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (int left = TRIES_TO_DELETE; Files.exists(folder); left--) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            } catch (IOException | UncheckedIOException e) { // the server may take its own away meanwhile
                if (left == 1) {
                    throw new IOException(folder + " can't be deleted", e);
                }
            }
        }
    }

    private static final class Shared {
        static final TestPostgres SERVER = begin();

        private static TestPostgres begin() {
            try {
                TestPostgres server = new TestPostgres();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        server.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
