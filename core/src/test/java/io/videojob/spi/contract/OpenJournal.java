package io.videojob.spi.contract;

import io.videojob.spi.JobJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A journal for each test. */
abstract class OpenJournal {
    protected JobJournal journal;

    /** An empty journal. */
    protected abstract JobJournal open() throws Exception;

    @BeforeEach
    void openJournal() throws Exception {
        journal = open();
    }

    @AfterEach
    void closeJournal() {
        journal.close();
    }
}
