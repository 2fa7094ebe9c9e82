-- Names, remarks and file names are of people: erasable, and not in the log.

CREATE TABLE team (
    id            TEXT   NOT NULL PRIMARY KEY,
    contest       TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    name_key      TEXT   NOT NULL,
    invite_sha256 TEXT   NULL UNIQUE,
    created       BIGINT NOT NULL,
    UNIQUE (contest, name_key)
);

CREATE TABLE submission (
    id         TEXT   NOT NULL PRIMARY KEY,
    contest    TEXT   NOT NULL,
    seq        BIGINT NOT NULL,
    phase      TEXT   NOT NULL,
    team       TEXT   NOT NULL,
    account    TEXT   NOT NULL,
    file_name  TEXT   NOT NULL,
    remark     TEXT   NOT NULL,
    sha256     TEXT   NOT NULL,
    bytes      BIGINT NOT NULL,
    format     TEXT   NOT NULL,
    received   BIGINT NOT NULL
);
CREATE INDEX submission_of_team ON submission(contest, team);

-- A program that lost the answer sends the same key again, and gets the same answer.
CREATE TABLE upload (
    account    TEXT   NOT NULL,
    key        TEXT   NOT NULL,
    sha256     TEXT   NOT NULL,
    submission TEXT   NOT NULL,
    created    BIGINT NOT NULL,
    PRIMARY KEY (account, key)
);
