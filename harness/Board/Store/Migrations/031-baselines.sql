-- Baselines that stand in a repository: what is fetched for a contest, and what came of it. An organiser names them; nothing of it is a person's.

CREATE TABLE baseline_source (
    id              TEXT   NOT NULL PRIMARY KEY,
    contest         TEXT   NOT NULL,
    baseline        TEXT   NOT NULL,
    url             TEXT   NOT NULL,
    wanted          TEXT   NOT NULL,              -- a commit, or refs/tags/NAME
    path            TEXT   NOT NULL,              -- the file or folder that is evaluated; empty for the whole tree
    state           TEXT   NOT NULL,              -- waiting | fetching | fetched | refused
    why             TEXT   NOT NULL,
    commit_id       TEXT   NULL,                  -- once it is fetched, as what follows
    file_name       TEXT   NULL,
    sha256          TEXT   NULL,                  -- the blob that is evaluated
    bytes           BIGINT NULL,
    queued          BIGINT NOT NULL,
    changed         BIGINT NOT NULL,
    lease_key       TEXT   NULL,
    token           TEXT   NULL,
    lease_until     BIGINT NULL,
    losses          BIGINT NOT NULL,
    UNIQUE (contest, baseline, url, wanted, path)
);
CREATE INDEX baseline_source_waiting ON baseline_source(state, queued);
