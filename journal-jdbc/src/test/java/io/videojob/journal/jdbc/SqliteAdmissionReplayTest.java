package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionReplayContract;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Fewer histories than in memory, and all in one file. */
@PropertyDefaults(tries = 100)
class SqliteAdmissionReplayTest extends AdmissionReplayContract {
    private static EmptiedFile file;

    @BeforeContainer
    static void makeFile() throws Exception {
        file = new EmptiedFile();
    }

    @AfterContainer
    static void removeFile() throws Exception {
        file.close();
    }

    @Override
    protected JobJournal open() throws Exception {
        return file.open();
    }
}
