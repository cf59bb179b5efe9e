-- When a job ended, so that old ones can be found and forgotten. Of those before this it is not known: they count as ended
-- now. Kept by the index in the order in which they are forgotten.

ALTER TABLE videojob_job ADD COLUMN ended_at INTEGER;

UPDATE videojob_job SET ended_at = unixepoch() * 1000000 WHERE ended = 1;

CREATE INDEX videojob_job_over ON videojob_job (ended_at, id) WHERE ended_at IS NOT NULL AND wake_at IS NULL;

-- The least that somebody in line wants, without a walk along the line.
CREATE INDEX videojob_job_wanted ON videojob_job (provider, wanted_nano) WHERE wanted_nano IS NOT NULL;
