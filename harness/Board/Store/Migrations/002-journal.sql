-- The log is the truth of a contest: its lines are appended and never changed. Texts that people may have erased are beside it, sealed.

CREATE TABLE entry (
    contest TEXT   NOT NULL,
    seq     BIGINT NOT NULL,
    line    TEXT   NOT NULL,                -- canonical JSON, as LOG.md says
    PRIMARY KEY (contest, seq)
);

CREATE TABLE seal (
    seal    TEXT   NOT NULL PRIMARY KEY,
    salt    TEXT   NOT NULL,
    text    TEXT   NOT NULL,
    contest TEXT   NOT NULL,
    owner   TEXT   NULL                     -- the account whose erasure takes this text along; null for results
);
CREATE INDEX seal_of_owner ON seal(owner);

CREATE TABLE audit (
    id      TEXT   NOT NULL PRIMARY KEY,
    at      BIGINT NOT NULL,
    actor   TEXT   NOT NULL,
    contest TEXT   NULL,
    action  TEXT   NOT NULL,
    detail  TEXT   NOT NULL
);
CREATE INDEX audit_by_time ON audit(at);
