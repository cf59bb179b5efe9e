package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.SendWindowContract;

class SealedSendWindowTest extends SendWindowContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
