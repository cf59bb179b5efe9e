-- What jobs spent, by provider: a job that went on elsewhere may have cost something at several. Before this, all of it
-- stood with the job, and is taken for its last provider's.

CREATE TABLE videojob_spent (
    job_id   TEXT COLLATE "C" NOT NULL REFERENCES videojob_job (id),
    provider TEXT COLLATE "C" NOT NULL, -- empty for a job without one
    paid_at  BIGINT NOT NULL,           -- the job's
    nano     BIGINT NOT NULL,
    amount   TEXT   NOT NULL,
    PRIMARY KEY (job_id, provider)
);

INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
SELECT id, coalesce(provider, ''), paid_at, spent_nano, spent FROM videojob_job WHERE spent_nano IS NOT NULL;

CREATE INDEX videojob_spent_by_time ON videojob_spent (paid_at, nano);
CREATE INDEX videojob_spent_by_provider ON videojob_spent (provider, paid_at, nano);

DROP INDEX videojob_job_spent;
ALTER TABLE videojob_job DROP COLUMN spent_nano;
ALTER TABLE videojob_job DROP COLUMN spent;

DROP INDEX videojob_job_held;
CREATE INDEX videojob_job_held ON videojob_job (provider, held_nano) WHERE held_nano IS NOT NULL;

-- A job that has ended may wake too: its results are still to be saved.
DROP INDEX videojob_job_by_wake;
CREATE INDEX videojob_job_by_wake ON videojob_job (wake_at, id) WHERE wake_at IS NOT NULL;
