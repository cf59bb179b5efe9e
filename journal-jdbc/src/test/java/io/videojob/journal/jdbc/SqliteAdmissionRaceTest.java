package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionRaceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteAdmissionRaceTest extends AdmissionRaceContract {
    @TempDir
    Path folder;

    @Override
    protected JobJournal open() {
        return JdbcJournal.sqlite(folder.resolve("jobs.db"));
    }
}
