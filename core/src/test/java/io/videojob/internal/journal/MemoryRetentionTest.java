package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RetentionContract;

class MemoryRetentionTest extends RetentionContract {

    @Override
    protected JobJournal open() {
        return new MemoryJournal();
    }
}
