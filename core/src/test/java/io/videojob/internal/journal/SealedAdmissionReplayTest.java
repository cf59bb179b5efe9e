package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionReplayContract;

class SealedAdmissionReplayTest extends AdmissionReplayContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
