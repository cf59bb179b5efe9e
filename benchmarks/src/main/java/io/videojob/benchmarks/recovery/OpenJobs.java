package io.videojob.benchmarks.recovery;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A journal's database, filled with copies of one job that runs at a vendor. */
final class OpenJobs implements AutoCloseable {
    private final Connection connection;

    OpenJobs(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    /** So many copies of the one that is there, each with an id and a vendor's job of its own, all of them overdue. */
    void copy(int jobs) throws SQLException {
        run("""
                CREATE TEMPORARY TABLE copied AS
                SELECT (jsonb_populate_record(job, jsonb_build_object(
                    'id', 'copy-' || number,
                    'wake_at', job.wake_at - 3600000000 - number,
                    'payload', replace(replace(job.payload, job.id, 'copy-' || number), '%1$s', 'made-' || number)))).*
                FROM videojob_job AS job, generate_series(1, %2$d) AS number;
                INSERT INTO videojob_job SELECT * FROM copied;
                INSERT INTO videojob_reference (reference, job_id)
                SELECT 'eachlabs:made-' || substr(id, 6), id FROM copied;
                DROP TABLE copied;
                ANALYZE""".formatted(BusyVendor.FIRST, jobs));
    }

    /** Each has its entry in the timetable, as left by a cluster that was running. */
    void enter() throws SQLException {
        run("""
                INSERT INTO videojob_timetable (task_name, task_instance, execution_time, picked, version)
                SELECT 'videojob-job', id, now() - interval '1 hour', FALSE, 1 FROM videojob_job
                ON CONFLICT DO NOTHING;
                ANALYZE""");
    }

    /** Nobody has an entry, as when all of it was lost, or the jobs were another driver's before. */
    void leaveOut() throws SQLException {
        run("DELETE FROM videojob_timetable WHERE task_name = 'videojob-job'; ANALYZE");
    }

    /** How many jobs that were due before the restart have no entry by which a machine would come to look after them. */
    long withoutAnEntry() throws SQLException {
        return number("""
                SELECT count(*) FROM videojob_job AS job WHERE wake_at < extract(epoch FROM now() - interval '1 minute') * 1000000
                AND NOT EXISTS (
                    SELECT 1 FROM videojob_timetable WHERE task_name = 'videojob-job' AND task_instance = job.id)""");
    }

    /** The bytes that the database takes on disk, with its indexes. */
    long bytes() throws SQLException {
        return number("SELECT pg_database_size(current_database())");
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
