package io.videojob.cluster;

import io.videojob.JournalException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Makes the timetable's table, beside the journal's. Of several processes that start at once one does it. */
final class TimetableTable {
    static final String NAME = "videojob_timetable";

    private TimetableTable() {}

    static void bringUpToDate(DataSource database) {
        try {
            Flyway.configure(TimetableTable.class.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(database)
                    .locations("classpath:io/videojob/cluster/migration")
                    .table("videojob_timetable_schema")
                    .baselineOnMigrate(true) // the journal's tables are there already
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalException("the cluster's timetable can't be made in the journal's database", e);
        }
    }
}
