-- What people show of themselves, and what other boards say of them. All of it is a person's, and erasable.

CREATE TABLE profile (
    account    TEXT   NOT NULL PRIMARY KEY REFERENCES account(id),
    shown      BIGINT NOT NULL,              -- parts, as bits; 0 shows nothing to anybody else
    about      TEXT   NOT NULL
);

-- Made for one account, to be signed by another board. Kept after use, so that a file counts once.
CREATE TABLE profile_nonce (
    nonce      TEXT   NOT NULL PRIMARY KEY,
    account    TEXT   NOT NULL,
    expires    BIGINT NOT NULL,
    used       BIGINT NULL
);

CREATE TABLE profile_elsewhere (
    id         TEXT   NOT NULL PRIMARY KEY,
    account    TEXT   NOT NULL,
    key_id     TEXT   NOT NULL,
    text       TEXT   NOT NULL,              -- as it was signed
    received   BIGINT NOT NULL
);
CREATE INDEX profile_elsewhere_of_account ON profile_elsewhere(account);

-- Boards whose word is taken.
CREATE TABLE known_board (
    key_id     TEXT   NOT NULL PRIMARY KEY,
    name       TEXT   NOT NULL,
    pem        TEXT   NOT NULL,
    added      BIGINT NOT NULL
);
