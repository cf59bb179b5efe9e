package io.videojob.cluster;

import io.videojob.ConfigurationException;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobDriverFactory;
import io.videojob.spi.JobJournal;
import javax.sql.DataSource;

/**
 * Makes the driver for {@code videojob.driver = cluster}: all processes over one PostgreSQL journal share its jobs, and what
 * one that died had under way goes on at another.
 */
public final class ClusterDriverFactory implements JobDriverFactory {

    /** For {@link java.util.ServiceLoader}. */
    public ClusterDriverFactory() {}

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public JobDriver create(JobJournal journal, DriverSettings settings) {
        DataSource database = journal.ground(DataSource.class)
                .orElseThrow(() -> new ConfigurationException(
                        "videojob.driver = cluster needs a journal that machines can share: set videojob.journal.url ="
                                + " jdbc:postgresql://HOST/DATABASE (this one is " + journal + "), or videojob.driver ="
                                + " local for one machine"));
        TimetableTable.bringUpToDate(database);
        return new ClusterDriver(new Timetable(database, settings), new Overlooked(database), settings);
    }
}
