package io.videojob.journal.jdbc;

import io.videojob.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads the URL of a journal. Never prints one of another kind: it may hold a password. */
final class JdbcUrls {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String WHAT_WORKS = "jobs are kept in a SQLite file: jdbc:sqlite:FILE, such as"
            + " jdbc:sqlite:jobs.db or jdbc:sqlite:/var/lib/videojob/jobs.db; or in PostgreSQL:"
            + " jdbc:postgresql://HOST/DATABASE";

    private JdbcUrls() {}

    static Database open(String url) {
        return url.startsWith(PostgresUrl.PREFIX) ? PostgresDatabase.open(url) : SqliteDatabase.open(sqliteFile(url));
    }

    private static Path sqliteFile(String url) {
        if (!url.startsWith(SQLITE)) {
            throw new ConfigurationException("a journal of the kind \"" + kind(url) + "\" is not known; " + WHAT_WORKS);
        }
        String file = url.substring(SQLITE.length());
        if (file.isBlank() || file.startsWith(":") || file.startsWith("file:")) {
            throw new ConfigurationException("\"" + url + "\" names no file on disk; " + WHAT_WORKS);
        }
        if (file.indexOf('?') >= 0) {
            throw new ConfigurationException("\"" + SQLITE + file.substring(0, file.indexOf('?'))
                    + "\" is followed by parameters, and a journal" + " takes none; " + WHAT_WORKS);
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new ConfigurationException("\"" + url + "\" names no file: " + e.getReason() + "; " + WHAT_WORKS, e);
        }
    }

    /** What stands before the second colon. */
    private static String kind(String url) {
        int first = url.indexOf(':');
        int second = url.indexOf(':', first + 1);
        return second < 0 ? "?" : url.substring(0, second);
    }
}
