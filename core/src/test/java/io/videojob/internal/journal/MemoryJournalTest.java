package io.videojob.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.JobJournalContract;
import org.junit.jupiter.api.Test;

class MemoryJournalTest extends JobJournalContract {

    @Override
    protected JobJournal open() {
        return new MemoryJournal();
    }

    @Test
    void saysThatItForgets() {
        assertThat(journal.durable()).isFalse();
    }
}
