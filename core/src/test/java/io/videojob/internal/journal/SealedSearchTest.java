package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.JournalSearchContract;

class SealedSearchTest extends JournalSearchContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
