package io.videojob.journal.jdbc;

import io.videojob.JournalException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's errors mean for whoever has to mend them. Codes are those of
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
final class PostgresTrouble {
    /** Serialization failure, deadlock: two got in each other's way, and one was sent back. Nothing was written. */
    private static final Set<String> OF_THE_MOMENT = Set.of("40001", "40P01");

    private PostgresTrouble() {}

    static JournalException explain(String words, SQLException error) {
        SQLException cause = innermost(error);
        return new JournalException(
                "the journal " + words + " " + meaning(cause) + " (" + cause.getMessage() + ")", error);
    }

    /** The same work, begun anew at once, may pass. */
    static boolean isOfTheMoment(SQLException error) {
        return OF_THE_MOMENT.contains(state(error));
    }

    private static String meaning(SQLException error) {
        String state = state(error);
        return switch (state) {
            default -> "failed";
        };
    }

    private static String state(SQLException error) {
        String state = innermost(error).getSQLState();
        return state == null ? "" : state;
    }

    /** A pool tells what went wrong with its last connection as the cause of what it says itself. */
    private static SQLException innermost(SQLException error) {
        SQLException innermost = error;
        for (@Nullable Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                innermost = sql;
            }
        }
        return innermost;
    }
}
