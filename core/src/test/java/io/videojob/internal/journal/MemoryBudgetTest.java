package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.BudgetContract;

class MemoryBudgetTest extends BudgetContract {

    @Override
    protected JobJournal open() {
        return new MemoryJournal();
    }
}
