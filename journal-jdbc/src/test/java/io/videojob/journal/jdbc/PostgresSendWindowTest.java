package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.SendWindowContract;

class PostgresSendWindowTest extends SendWindowContract {
    @Override
    protected JobJournal open() throws Exception {
        return JdbcJournal.open(TestPostgres.shared().emptiedJournal());
    }
}
