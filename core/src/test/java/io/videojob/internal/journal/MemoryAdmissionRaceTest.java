package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionRaceContract;

class MemoryAdmissionRaceTest extends AdmissionRaceContract {

    @Override
    protected JobJournal open() {
        return new MemoryJournal();
    }
}
