package io.videojob.cluster;

import io.videojob.JobId;
import io.videojob.JournalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Jobs that the journal wants looked after by now, and the timetable doesn't: a machine died between writing a job and
 * entering it, or two were at it at once. One query over both tables.
 */
final class Overlooked {
    static final int MOST = 10_000;

    private static final String QUERY = """
            SELECT job.id, entry.task_instance IS NOT NULL FROM videojob_job AS job
            LEFT JOIN %s AS entry ON entry.task_name = '%s' AND entry.task_instance = job.id
            WHERE job.wake_at <= ?
              AND (entry.task_instance IS NULL OR NOT entry.picked AND entry.execution_time > ?)
            ORDER BY job.ended DESC, job.wake_at LIMIT %d""".formatted(TimetableTable.NAME, Timetable.JOB, MOST);

    private final DataSource database;

    Overlooked(DataSource database) {
        this.database = database;
    }

    /**
     * Some of them.
     *
     * @param missing those without an entry
     * @param late those whose entry is for later
     */
    record Found(List<JobId> missing, List<JobId> late) {
        /** True if there may be more. */
        boolean isFull() {
            return missing.size() + late.size() >= MOST;
        }
    }

    /** Those that wanted it by that time, first what ended and waits to be saved: links die. At most {@link #MOST}. */
    Found by(Instant time, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            connection.setAutoCommit(true);
            statement.setLong(1, micros(time));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            Found found = new Found(new ArrayList<>(), new ArrayList<>());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    (rows.getBoolean(2) ? found.late : found.missing).add(JobId.parse(rows.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalException("the journal's database can't be searched for overlooked jobs", e);
        }
    }

    /** As the journal keeps times. */
    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
