package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RandomRunsContract;
import java.util.List;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Fewer runs than in memory, and all in one file, on which each process of a run has a handle of its own. */
class SqliteRandomRunsTest extends RandomRunsContract {
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
    protected List<JobJournal> open(int processes) throws Exception {
        return file.open(processes);
    }

    @Override
    protected int usualRuns() {
        return 30;
    }
}
