package io.videojob.endurance;

import io.videojob.journal.jdbc.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** A server of its own, which can be stopped. */
record PostgresStore(TestPostgres server, String url) implements Store {

    static PostgresStore start() throws IOException {
        TestPostgres server = TestPostgres.start();
        try {
            return new PostgresStore(server, server.newDatabase());
        } catch (SQLException e) {
            server.close();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
