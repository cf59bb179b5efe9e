package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionRaceContract;

class PostgresAdmissionRaceTest extends AdmissionRaceContract {
    @Override
    protected JobJournal open() throws Exception {
        return JdbcJournal.open(TestPostgres.shared().emptiedJournal());
    }
}
