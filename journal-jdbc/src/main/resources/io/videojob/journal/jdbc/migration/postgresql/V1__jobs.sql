-- Times are microseconds since 1970-01-01T00:00:00Z. Amounts are kept as they were written, in US dollars, and beside
-- that as whole nano-dollars (rounded up) for counting. Names are ordered by their bytes, as in the other journals.

CREATE TABLE videojob_job (
    id          TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    version     BIGINT  NOT NULL,
    status      TEXT    NOT NULL,
    ended       INTEGER NOT NULL, -- 1 when the status is final
    created_at  BIGINT  NOT NULL,
    paid_at     BIGINT  NOT NULL, -- from when spent money counts: the last admission, before that created_at
    provider    TEXT COLLATE "C",
    wake_at     BIGINT,
    line_since  BIGINT,
    slot_until  BIGINT,
    wanted_nano BIGINT,           -- set for just those who stand in line: what they want to reserve
    held_nano   BIGINT,           -- what the others have reserved
    spent_nano  BIGINT,
    reserved    TEXT,
    spent       TEXT,
    tag         TEXT COLLATE "C",
    payload     TEXT    NOT NULL
);

CREATE INDEX videojob_job_by_age ON videojob_job (created_at, id);
CREATE INDEX videojob_job_open_by_age ON videojob_job (created_at, id) WHERE ended = 0;
CREATE INDEX videojob_job_by_tag ON videojob_job (tag, created_at, id) WHERE tag IS NOT NULL;
CREATE INDEX videojob_job_by_wake ON videojob_job (wake_at, id) WHERE ended = 0 AND wake_at IS NOT NULL;
CREATE INDEX videojob_job_line ON videojob_job (provider, line_since, id, wanted_nano) WHERE wanted_nano IS NOT NULL;
CREATE INDEX videojob_job_slots ON videojob_job (provider, slot_until) WHERE slot_until IS NOT NULL;
CREATE INDEX videojob_job_held ON videojob_job (held_nano) WHERE held_nano IS NOT NULL;
CREATE INDEX videojob_job_spent ON videojob_job (paid_at, spent_nano) WHERE spent_nano IS NOT NULL;

-- A vendor's job, written provider:id, belongs to one job.
CREATE TABLE videojob_reference (
    reference TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    job_id    TEXT COLLATE "C" NOT NULL REFERENCES videojob_job (id)
);

CREATE INDEX videojob_reference_by_job ON videojob_reference (job_id);

-- The creates that may still lie in a provider's window. A send is named by the job's version that admitted it.
CREATE TABLE videojob_send (
    provider    TEXT COLLATE "C" NOT NULL,
    job_id      TEXT COLLATE "C" NOT NULL,
    version     BIGINT  NOT NULL,
    admitted_at BIGINT  NOT NULL,
    counts_at   BIGINT  NOT NULL, -- it leaves the window one window after this
    answered    INTEGER NOT NULL, -- 0 while counts_at is the latest that it can be
    PRIMARY KEY (provider, job_id, version)
);

CREATE INDEX videojob_send_window ON videojob_send (provider, counts_at);

-- Who admits a job locks its provider's row; who counts the money of all providers, the row with the empty name first.
CREATE TABLE videojob_provider (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
