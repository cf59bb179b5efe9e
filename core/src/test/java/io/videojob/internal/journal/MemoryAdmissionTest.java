package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionContract;

class MemoryAdmissionTest extends AdmissionContract {

    @Override
    protected JobJournal open() {
        return new MemoryJournal();
    }
}
