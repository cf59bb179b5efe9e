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
                "the journal " + words + " " + meaning(state(error)) + " (" + cause.getMessage() + ")", error);
    }

    /** The same work, begun anew at once, may pass. */
    static boolean isOfTheMoment(SQLException error) {
        return OF_THE_MOMENT.contains(state(error));
    }

    private static String meaning(String state) {
        return switch (state) {
            case "08004", "28000", "28P01" ->
                "can't be opened: the server does not take this user with this password; check user and password in"
                        + " the URL, or ~/.pgpass, and the server's pg_hba.conf";
            case "3D000" -> "can't be opened: there is no such database; make it with CREATE DATABASE, or name another";
            case "3F000" ->
                "can't be opened: there is no such schema; make it with CREATE SCHEMA, or name another as currentSchema";
            case "42501" ->
                "can't be used: this user may not; give it the database, or its rights:"
                        + " GRANT CONNECT, TEMPORARY ON DATABASE, and USAGE, CREATE ON SCHEMA";
            case "42P01", "42703" ->
                "can't be used: its tables are not as they were made; find out who changed them, or take a backup";
            case "53300" ->
                "can't be reached: the server has too many connections; a process takes up to "
                        + PostgresDatabase.POOL_SIZE + ": raise the server's max_connections, or run fewer processes";
            case "53100" -> "can't grow: the server's disk is full; make room. Nothing was written";
            case "25006" ->
                "can't be written: the server only reads, as a standby does; name the primary one"
                        + " (several hosts and targetServerType=primary find it)";
            case "25P03", "55P03", "57014" ->
                "was kept waiting for too long, by another process or a slow server: pg_stat_activity shows who holds"
                        + " what. Nothing was written";
            case "22021" -> "can't keep a text with the character U+0000, as PostgreSQL can't; leave it out";
            case "57P01", "57P02", "57P03" ->
                "can't be reached: the server is stopping or starting; it goes on when it is back";
            case "XX001", "XX002", "58030" ->
                "can't be read or written: the server's files are damaged, or its disk is; check both, or take a backup";
            default ->
                state.startsWith("08")
                        ? "can't be reached: check that the server runs, and the host and the port"
                        : "failed";
        };
    }

    /** A pool whose connections are all in use says so without a state. */
    private static String state(SQLException error) {
        String state = innermost(error).getSQLState();
        return state == null ? "08001" : state;
    }

    /** A pool tells what went wrong with its last connection as the cause of what it says itself. */
    private static SQLException innermost(SQLException error) {
        SQLException innermost = error;
        for (@Nullable Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                innermost = sql;
            }
        }
        return innermost;
    }
}
