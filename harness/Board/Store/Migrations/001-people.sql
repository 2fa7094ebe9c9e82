-- Everything about persons is here and not in the log, so that it can be erased.

CREATE TABLE account (
    id            TEXT   NOT NULL PRIMARY KEY,
    handle        TEXT   NOT NULL,
    handle_key    TEXT   NOT NULL UNIQUE,   -- after NFKC, case folding, look-alikes
    password_hash TEXT   NOT NULL,
    role          TEXT   NOT NULL,          -- organiser | competitor
    stamp         TEXT   NOT NULL,          -- changes with the password: older sessions end
    created       BIGINT NOT NULL,
    erased        BIGINT NULL
);

CREATE TABLE invitation (
    code_sha256   TEXT   NOT NULL PRIMARY KEY,
    role          TEXT   NOT NULL,
    contest       TEXT   NULL,              -- where it leads; the account is the whole board's
    note          TEXT   NOT NULL,
    uses_left     BIGINT NOT NULL,
    made_by       TEXT   NULL,
    created       BIGINT NOT NULL,
    expires       BIGINT NOT NULL,
    revoked       BIGINT NULL
);

CREATE TABLE token (
    id            TEXT   NOT NULL PRIMARY KEY,
    account       TEXT   NULL REFERENCES account(id),
    name          TEXT   NOT NULL,
    secret_sha256 TEXT   NOT NULL UNIQUE,
    scope         TEXT   NOT NULL,          -- read | submit | organise | work
    created       BIGINT NOT NULL,
    expires       BIGINT NOT NULL,
    last_used     BIGINT NULL,
    revoked       BIGINT NULL
);
CREATE INDEX token_of_account ON token(account);

-- What /health/ready writes to.
CREATE TABLE probe (touched BIGINT NOT NULL);
INSERT INTO probe (touched) VALUES (0);
