-- Repositories that teams hand in from, what their hosts said, and whose commits they are. Addresses and authors are people's: erasable, and not in the log.

CREATE TABLE repository (
    id              TEXT   NOT NULL PRIMARY KEY,
    contest         TEXT   NOT NULL,
    team            TEXT   NOT NULL,
    account         TEXT   NOT NULL,              -- who registered it
    provider        TEXT   NOT NULL,              -- github | gitea | forgejo | gitlab
    url             TEXT   NOT NULL,
    path            TEXT   NOT NULL,              -- the file or folder that is handed in; empty for the whole tree
    phase           TEXT   NOT NULL,              -- empty: whichever takes submissions
    branch          TEXT   NOT NULL,              -- each push to it hands in; empty: tags submission-*
    control         TEXT   NOT NULL,              -- the line that shows whose it is
    secret          TEXT   NOT NULL,              -- protected with the board's keys
    previous_secret TEXT   NULL,
    previous_until  BIGINT NULL,
    created         BIGINT NOT NULL,
    removed         BIGINT NULL,
    unsigned_count  BIGINT NOT NULL,              -- deliveries whose signature was none of ours
    unsigned_at     BIGINT NULL
);
CREATE UNIQUE INDEX repository_once ON repository(contest, team, url) WHERE removed IS NULL;

CREATE TABLE delivery (
    id              TEXT   NOT NULL PRIMARY KEY,
    repository      TEXT   NOT NULL REFERENCES repository(id),
    contest         TEXT   NOT NULL,
    team            TEXT   NOT NULL,
    phase           TEXT   NOT NULL,
    host_id         TEXT   NOT NULL,              -- the host's own id of it
    body_sha256     TEXT   NOT NULL,
    ref             TEXT   NOT NULL,
    wanted          TEXT   NOT NULL,              -- the commit, or a tag on it
    state           TEXT   NOT NULL,              -- received | fetching | submitted | refused | ignored
    why             TEXT   NOT NULL,
    received        BIGINT NOT NULL,
    changed         BIGINT NOT NULL,
    account         TEXT   NULL,                  -- who asked for it without a hook
    submission      TEXT   NULL,
    lease_key       TEXT   NULL,
    token           TEXT   NULL,
    lease_until     BIGINT NULL,
    losses          BIGINT NOT NULL,
    UNIQUE (repository, host_id)
);
CREATE UNIQUE INDEX delivery_once ON delivery(team, phase, wanted) WHERE state IN ('received', 'fetching', 'submitted');
CREATE INDEX delivery_of_repository ON delivery(repository, received);
CREATE INDEX delivery_waiting ON delivery(state, received);

CREATE TABLE source (
    submission      TEXT   NOT NULL PRIMARY KEY,
    contest         TEXT   NOT NULL,
    team            TEXT   NOT NULL,
    repository      TEXT   NOT NULL,
    url             TEXT   NOT NULL,
    commit_id       TEXT   NOT NULL,
    ref             TEXT   NOT NULL,
    previous        TEXT   NULL,                  -- the commit of the submission before it
    changes_sha256  TEXT   NULL                   -- the blob with the difference
);
CREATE INDEX source_by_commit ON source(contest, commit_id);

CREATE TABLE source_commit (
    submission      TEXT   NOT NULL,
    place           BIGINT NOT NULL,
    commit_id       TEXT   NOT NULL,
    author_name     TEXT   NOT NULL,
    author_mail     TEXT   NOT NULL,
    written         BIGINT NOT NULL,
    subject         TEXT   NOT NULL,
    PRIMARY KEY (submission, place)
);
CREATE INDEX source_commit_by_mail ON source_commit(author_mail);

-- Who of a team says that commits with a mail address are theirs.
CREATE TABLE author_claim (
    contest         TEXT   NOT NULL,
    team            TEXT   NOT NULL,
    mail            TEXT   NOT NULL,
    account         TEXT   NOT NULL,
    claimed         BIGINT NOT NULL,
    confirmed       BIGINT NULL,
    PRIMARY KEY (contest, team, mail)
);
