-- Submissions that are evaluated again together. The result is an entry only when an organiser applies the set.

CREATE TABLE rejudge (
    id         TEXT   NOT NULL PRIMARY KEY,
    contest    TEXT   NOT NULL,
    generation BIGINT NOT NULL,
    reason     TEXT   NOT NULL,
    made_by    TEXT   NOT NULL,
    created    BIGINT NOT NULL,
    state      TEXT   NOT NULL              -- open | applied | cancelled
);

CREATE TABLE rejudge_submission (
    rejudge    TEXT   NOT NULL REFERENCES rejudge(id),
    submission TEXT   NOT NULL,
    PRIMARY KEY (rejudge, submission)
);
