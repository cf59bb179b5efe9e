package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.contract.AdmissionReplayContract;
import net.jqwik.api.PropertyDefaults;

/** Fewer histories than in memory. */
@PropertyDefaults(tries = 15)
class PostgresAdmissionReplayTest extends AdmissionReplayContract {
    @Override
    protected JobJournal open() throws Exception {
        return JdbcJournal.open(TestPostgres.shared().emptiedJournal());
    }
}
