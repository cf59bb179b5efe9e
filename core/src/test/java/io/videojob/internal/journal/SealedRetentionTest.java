package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.RetentionContract;

class SealedRetentionTest extends RetentionContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
