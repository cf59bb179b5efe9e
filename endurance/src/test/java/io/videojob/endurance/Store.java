package io.videojob.endurance;

import java.io.IOException;
import java.nio.file.Path;

/** A database that the journal is in. */
interface Store extends AutoCloseable {

    /** Which database systems there are. */
    enum Kind {
        SQLITE {
            @Override
            Store open(Path folder) {
                return new SqliteStore(folder.resolve("jobs.db"));
            }
        },
        POSTGRESQL {
            @Override
            Store open(Path folder) throws IOException {
                return PostgresStore.start();
            }
        };

        abstract Store open(Path folder) throws IOException;
    }

    /** The setting {@code videojob.journal.url}. */
    String url();

    @Override
    void close();
}
