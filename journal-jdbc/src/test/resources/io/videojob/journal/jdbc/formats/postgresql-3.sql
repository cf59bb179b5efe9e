-- A journal as format 3 left it. Nothing here changes any more: it shows that such a journal can be opened.

CREATE TABLE videojob_schema (
    installed_rank INT NOT NULL,
    version        VARCHAR(50),
    description    VARCHAR(200) NOT NULL,
    type           VARCHAR(20) NOT NULL,
    script         VARCHAR(1000) NOT NULL,
    checksum       INT,
    installed_by   VARCHAR(100) NOT NULL,
    installed_on   TIMESTAMP NOT NULL DEFAULT now(),
    execution_time INT NOT NULL,
    success        BOOLEAN NOT NULL,
    CONSTRAINT videojob_schema_pk PRIMARY KEY (installed_rank)
);
CREATE INDEX videojob_schema_s_idx ON videojob_schema (success);
INSERT INTO videojob_schema (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
VALUES (1, '1', 'jobs', 'SQL', 'V1__jobs.sql', 987839789, '', 1, true);
INSERT INTO videojob_schema (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
VALUES (2, '2', 'money by provider', 'SQL', 'V2__money_by_provider.sql', 2105213959, '', 1, true);
INSERT INTO videojob_schema (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
VALUES (3, '3', 'when jobs ended', 'SQL', 'V3__when_jobs_ended.sql', -438533088, '', 1, true);

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

-- When a job ended, so that old ones can be found and forgotten. Of those before this it is not known: they count as ended
-- now. Kept by the index in the order in which they are forgotten.

ALTER TABLE videojob_job ADD COLUMN ended_at BIGINT;

UPDATE videojob_job SET ended_at = CAST(floor(extract(epoch FROM now())) AS BIGINT) * 1000000 WHERE ended = 1;

CREATE INDEX videojob_job_over ON videojob_job (ended_at, id) WHERE ended_at IS NOT NULL AND wake_at IS NULL;

-- The least that somebody in line wants, without a walk along the line.
CREATE INDEX videojob_job_wanted ON videojob_job (provider, wanted_nano) WHERE wanted_nano IS NOT NULL;

INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, provider, tag, ended_at, payload)
VALUES ('01kdvdna00k2hqed0rb817e2st', 7, 'SUCCEEDED', 1, 1767225600000000, 1767225600000001, 'north', 'höher 🚀', 1767225606000000, '{"format":1,"id":"01kdvdna00k2hqed0rb817e2st","createdAt":"2026-01-01T00:00:00Z","stage":"ENDED","deadline":"2026-01-01T01:00:00Z","request":{"model":"some/model","fields":{"prompt":"a raccoon''s coat, höher 🚀"},"options":{},"adjusting":false,"unknownModelAllowed":false},"candidates":[{"provider":"north","model":"model-at-north","body":{"prompt":"a raccoon''s coat, höher 🚀"},"fields":[],"price":"0.70","usualRun":"PT3M","longestRun":"PT30M","createTimeout":"PT1M"}],"attempts":[{"number":1,"candidate":0,"state":"succeeded","sends":1,"tries":0,"sentAt":"2026-01-01T00:00:00Z","vendorJobId":"north/1:x","word":"ready","phase":"SUCCEEDED","looks":3,"failedLooks":0,"lookups":0,"cancelTries":0,"billing":"BILLED","cost":{"source":"CHARGED","amount":"0.56"}}],"end":{"kind":"SUCCEEDED","message":"delivered by north","outputs":[{"uri":"https://results.example/north/1:x.mp4"}]},"history":[{"at":"2026-01-01T00:00:00Z","attempt":0,"kind":"submitted","text":"some/model to [north]"},{"at":"2026-01-01T00:00:06Z","attempt":0,"kind":"end","text":"succeeded: delivered by north; billed 0.56 USD (charged)"}]}');
INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, provider, wake_at, slot_until, held_nano, reserved, payload)
VALUES ('01kdvdnfvg6pfwj5xkxpfg4jx7', 4, 'QUEUED', 0, 1767225606000000, 1767225606000000, 'north', 1767225608000000, 253370764800000000, 700000000, '0.70', '{"format":1,"id":"01kdvdnfvg6pfwj5xkxpfg4jx7","createdAt":"2026-01-01T00:00:06Z","stage":"LOOKING","wakeAt":"2026-01-01T00:00:08Z","deadline":"2026-01-01T01:00:06Z","request":{"model":"some/model","fields":{"prompt":"a raccoon"},"options":{},"adjusting":false,"unknownModelAllowed":false},"candidates":[{"provider":"north","model":"model-at-north","body":{"prompt":"a raccoon"},"fields":[],"price":"0.70","usualRun":"PT3M","longestRun":"PT30M","createTimeout":"PT1M"}],"attempts":[{"number":1,"candidate":0,"state":"accepted","sends":1,"tries":0,"sentAt":"2026-01-01T00:00:06Z","vendorJobId":"north/3:x","word":"in line","phase":"QUEUED","looks":0,"failedLooks":0,"lookups":0,"cancelTries":0,"billing":"UNKNOWN"}],"history":[{"at":"2026-01-01T00:00:06Z","attempt":0,"kind":"submitted","text":"some/model to [north]"}]}');
INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, provider, line_since, wanted_nano, reserved, payload)
VALUES ('inline', 1, 'WAITING', 0, 1767225607000000, 1767225607000000, 'north', 1767225607000000, 120000001, '0.1200000005', '{"format":1}');
INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, ended_at, payload)
VALUES ('nowhere', 3, 'FAILED', 1, 1767225608000000, 1767225608000000, 1767225609000000, '{"format":1}');
INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, provider, wake_at, ended_at, payload)
VALUES ('tosave', 9, 'SUCCEEDED', 1, 1767225609000000, 1767225609500000, 'south', 1767225605000000, 1767225609900000, '{"format":1}');
INSERT INTO videojob_job (id, version, status, ended, created_at, paid_at, provider, slot_until, held_nano, reserved, payload)
VALUES ('unsure', 5, 'UNCERTAIN', 0, 1767225610000000, 1767225610000000, 'south', 1767227400000000, 250000000, '0.25', '{"format":1}');
INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
VALUES ('01kdvdna00k2hqed0rb817e2st', 'north', 1767225600000001, 560000000, '0.56');
INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
VALUES ('nowhere', '', 1767225608000000, 10000000000, '1E+1');
INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
VALUES ('tosave', 'south', 1767225609500000, 1, '0.000000001');
INSERT INTO videojob_spent (job_id, provider, paid_at, nano, amount)
VALUES ('tosave', 'north', 1767225609500000, 300000000, '0.30');
INSERT INTO videojob_reference (reference, job_id) VALUES ('north:north/1:x', '01kdvdna00k2hqed0rb817e2st');
INSERT INTO videojob_reference (reference, job_id) VALUES ('north:north/3:x', '01kdvdnfvg6pfwj5xkxpfg4jx7');
INSERT INTO videojob_reference (reference, job_id) VALUES ('south:a', 'tosave');
INSERT INTO videojob_reference (reference, job_id) VALUES ('south:b:c', 'tosave');
INSERT INTO videojob_send (provider, job_id, version, admitted_at, counts_at, answered)
VALUES ('north', '01kdvdnfvg6pfwj5xkxpfg4jx7', 2, 1767225606000000, 1767225606100000, 1);
INSERT INTO videojob_send (provider, job_id, version, admitted_at, counts_at, answered)
VALUES ('south', 'unsure', 3, 1767225610000000, 1767225670000000, 0);
INSERT INTO videojob_provider (name) VALUES ('north');
