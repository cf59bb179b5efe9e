package io.videojob.cluster;

import io.videojob.JournalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Jobs that the journal wants looked after by now, and the timetable doesn't: a machine died between writing a job and
 * entering it, two were at it at once, or the timetable was lost. Two statements for all of them, however many they are:
 * one by one, a hundred thousand would take minutes. They keep to what db-scheduler says of its table.
 */
final class Overlooked {
    private static final String MISSING = """
            INSERT INTO %s (task_name, task_instance, execution_time, picked, version)
            SELECT '%2$s', job.id, ?, FALSE, 1 FROM videojob_job AS job
            WHERE job.wake_at <= ? AND NOT EXISTS (
                SELECT 1 FROM %1$s AS entry WHERE entry.task_name = '%2$s' AND entry.task_instance = job.id)
            ON CONFLICT DO NOTHING""".formatted(TimetableTable.NAME, Timetable.JOB);

    private static final String LATE = """
            UPDATE %s AS entry SET execution_time = ?, version = entry.version + 1 FROM videojob_job AS job
            WHERE job.wake_at <= ? AND entry.task_name = '%s' AND entry.task_instance = job.id
              AND NOT entry.picked AND entry.execution_time > ?""".formatted(TimetableTable.NAME, Timetable.JOB);

    private final DataSource database;

    Overlooked(DataSource database) {
        this.database = database;
    }

    /** Has jobs that wanted it by {@code time} looked after now. */
    void enter(Instant time, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            try (PreparedStatement missing = connection.prepareStatement(MISSING);
                    PreparedStatement late = connection.prepareStatement(LATE)) {
                missing.setObject(1, at);
                missing.setLong(2, micros(time));
                missing.executeUpdate();
                late.setObject(1, at);
                late.setLong(2, micros(time));
                late.setObject(3, at);
                late.executeUpdate();
            }
        } catch (SQLException e) {
            throw new JournalException("the journal's database can't be searched for overlooked jobs", e);
        }
    }

    /** As the journal keeps times. */
    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }
}
