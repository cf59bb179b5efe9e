package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.BudgetContract;

class SealedBudgetTest extends BudgetContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
