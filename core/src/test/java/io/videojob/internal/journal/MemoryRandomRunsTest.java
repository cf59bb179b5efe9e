package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RandomRunsContract;

class MemoryRandomRunsTest extends RandomRunsContract {
    @Override
    protected JobJournal open() {
        return new MemoryJournal();
    }

    @Override
    protected int usualRuns() {
        return 270;
    }
}
