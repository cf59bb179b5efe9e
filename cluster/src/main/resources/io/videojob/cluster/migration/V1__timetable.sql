-- What is to be looked after when: jobs by their ids, lines by their providers. The columns are db-scheduler's. Rows are
-- updated all the time and only their times are indexed, so there is room left for new versions beside the old.

CREATE TABLE videojob_timetable (
    task_name            TEXT                     NOT NULL,
    task_instance        TEXT                     NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMP WITH TIME ZONE NOT NULL,
    picked               BOOLEAN                  NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMP WITH TIME ZONE,
    last_failure         TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat       TIMESTAMP WITH TIME ZONE,
    version              BIGINT                   NOT NULL,
    priority             SMALLINT,
    PRIMARY KEY (task_name, task_instance)
) WITH (fillfactor = 70);

CREATE INDEX videojob_timetable_by_time ON videojob_timetable (execution_time);
CREATE INDEX videojob_timetable_by_heartbeat ON videojob_timetable (last_heartbeat);
