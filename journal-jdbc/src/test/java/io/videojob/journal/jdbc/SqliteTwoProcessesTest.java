package io.videojob.journal.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** On one file, which one of them makes. */
class SqliteTwoProcessesTest extends TwoProcessesContract {
    @TempDir
    Path folder;

    @Override
    protected String url() {
        return "jdbc:sqlite:" + folder.resolve("jobs.db");
    }
}
