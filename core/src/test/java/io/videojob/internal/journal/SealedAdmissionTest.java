package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionContract;

class SealedAdmissionTest extends AdmissionContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
