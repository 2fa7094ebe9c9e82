-- What winners hand in of their work. The log has the hash; the file's name is a person's.

CREATE TABLE document (
    id         TEXT   NOT NULL PRIMARY KEY,
    contest    TEXT   NOT NULL,
    phase      TEXT   NOT NULL,
    team       TEXT   NOT NULL,
    account    TEXT   NOT NULL,
    kind       TEXT   NOT NULL,              -- derivation | licences
    file_name  TEXT   NOT NULL,
    sha256     TEXT   NOT NULL,
    bytes      BIGINT NOT NULL,
    received   BIGINT NOT NULL
);
CREATE INDEX document_of_phase ON document(contest, phase, team);
