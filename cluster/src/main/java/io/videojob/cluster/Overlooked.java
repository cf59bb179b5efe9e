package io.videojob.cluster;

import io.videojob.JobId;
import io.videojob.JournalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Jobs that the journal wants looked after by now, and the timetable doesn't: a machine died between writing a job and
 * entering it, or two were at it at once. One query over both tables.
 */
final class Overlooked {
    static final int MOST = 1_000;

    private static final String QUERY = """
            SELECT job.id FROM videojob_job AS job
            WHERE job.wake_at <= ? AND NOT EXISTS (
                SELECT 1 FROM videojob_timetable AS entry
                WHERE entry.task_name = 'videojob-job' AND entry.task_instance = job.id
                  AND (entry.picked OR entry.execution_time <= ?))
            ORDER BY job.ended DESC, job.wake_at LIMIT %d""".formatted(MOST);

    private final DataSource database;

    Overlooked(DataSource database) {
        this.database = database;
    }

    /** Those that wanted it by that time, first what ended and waits to be saved: links die. At most {@link #MOST}. */
    List<JobId> by(Instant time, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            connection.setAutoCommit(true);
            statement.setLong(1, micros(time));
            statement.setObject(2, now.atOffset(java.time.ZoneOffset.UTC));
            List<JobId> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(JobId.parse(rows.getString(1)));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new JournalException("the journal's database can't be searched for overlooked jobs", e);
        }
    }

    /** As the journal keeps times. */
    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
