package io.videojob.internal.journal;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.ProviderBudgetContract;

class SealedProviderBudgetTest extends ProviderBudgetContract {

    @Override
    protected JobJournal open() {
        return TestKeys.sealed();
    }
}
