package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RandomRunsContract;
import java.util.List;

class MemoryRandomRunsTest extends RandomRunsContract {
    @Override
    protected List<JobJournal> open(int processes) {
        return List.of(new MemoryJournal());
    }

    @Override
    protected int usualRuns() {
        return 267;
    }
}
