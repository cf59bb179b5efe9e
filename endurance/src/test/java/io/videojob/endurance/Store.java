package io.videojob.endurance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A database that the journal is in. */
interface Store extends AutoCloseable {

    /** Opens one. */
    interface Opening {
        /** With its files, if it is one of files, in that folder. */
        Store open(Path folder) throws IOException;
    }

    /** Which database systems there are. */
    enum Kind implements Opening {
        SQLITE {
            @Override
            public Store open(Path folder) {
                return new SqliteStore(folder.resolve("jobs.db"));
            }
        },
        POSTGRESQL {
            @Override
            public Store open(Path folder) throws IOException {
                return PostgresStore.start();
            }
        };

        /** The one that {@code -Djournal=} names; SQLite unless it is set. */
        static Kind chosen() {
            return valueOf(System.getProperty("journal", "sqlite").toUpperCase(Locale.ROOT));
        }
    }

    /** The setting {@code videojob.journal.url}. */
    String url();

    @Override
    void close();
}
