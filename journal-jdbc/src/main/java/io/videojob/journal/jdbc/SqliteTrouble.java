package io.videojob.journal.jdbc;

import io.videojob.JournalException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's errors mean for whoever has to mend them. Codes are those of https://sqlite.org/rescode.html */
final class SqliteTrouble {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteTrouble() {}

    static JournalException explain(Path file, SQLException error) {
        return new JournalException(
                "the journal " + file + " " + meaning(error) + " (" + error.getMessage() + ")", error);
    }

    /** Another connection has the lock; later it may not. */
    static boolean isBusy(SQLException error) {
        return (error.getErrorCode() & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
    }

    private static String meaning(SQLException error) {
        if (error.getCause() instanceof NativeLibraryNotFoundException) {
            return "can't be opened: SQLite's native library can't be written to the folder for temporary files, or not"
                    + " be run from there; name another folder with -Dorg.sqlite.tmpdir=FOLDER";
        }
        return switch (error.getErrorCode() & PRIMARY_CODE) {
            case 3, 23 -> "can't be used: this user may not; give permission on the file and its folder";
            case 5, 6 ->
                "is locked: another program has been writing to it for " + SqliteDatabase.BUSY_TIMEOUT.toSeconds()
                        + " s; find out which, and end it";
            case 8 -> "can't be written: give this user write permission on the file and its folder";
            case 10 -> "can't be read or written: the disk reports an error; check the disk";
            case 11 -> "is damaged: take a backup, or save what can be read with sqlite3's .recover";
            case 13 -> "can't grow: the disk is full; make room. Nothing was written";
            case 14 -> "can't be opened: check that its folder is there and this user may write to it";
            case 26 -> "is not a SQLite database: name another file";
            default -> "failed";
        };
    }
}
