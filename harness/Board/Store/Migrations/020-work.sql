-- Evaluations of predictors, the jobs they consist of, and what workers have posted.

CREATE TABLE evaluation (
    id            TEXT   NOT NULL PRIMARY KEY,   -- submission.set[.profile].generation
    contest       TEXT   NOT NULL,
    phase         TEXT   NOT NULL,
    team          TEXT   NOT NULL,
    submission    TEXT   NOT NULL,               -- of a baseline an id of its own
    baseline      TEXT   NULL,                   -- the baseline's name
    set_name      TEXT   NOT NULL,
    profile       TEXT   NULL,
    generation    BIGINT NOT NULL,
    work_order    TEXT   NOT NULL,               -- what workers are told, as JSON
    sandbox       BIGINT NOT NULL,               -- the level it demands
    state         TEXT   NOT NULL,               -- open | scored | rejected | unsettled | dropped
    rejection     TEXT   NULL,                   -- for the competitor
    queued        BIGINT NOT NULL,
    raised        BIGINT NOT NULL,               -- when an organiser put it before the others; 0 for never
    settled       BIGINT NULL
);
CREATE INDEX evaluation_of_submission ON evaluation(submission);
CREATE INDEX evaluation_by_state ON evaluation(contest, state);

CREATE TABLE job (
    id            TEXT   NOT NULL PRIMARY KEY,   -- evaluation.number
    evaluation    TEXT   NOT NULL REFERENCES evaluation(id),
    kind          TEXT   NOT NULL,               -- plan | shard | merge
    number        BIGINT NOT NULL,               -- plan 0, shards from 1, merge the last
    part          TEXT   NULL,                   -- of a shard, as 3/8
    state         TEXT   NOT NULL,               -- waiting | leased | done
    not_before    BIGINT NOT NULL,
    lease_key     TEXT   NULL,
    token         TEXT   NULL,                   -- of the worker that has it, or did it
    worker        TEXT   NULL,
    leased        BIGINT NULL,
    lease_until   BIGINT NULL,
    done          BIGINT NULL,
    losses        BIGINT NOT NULL,               -- leases that ended without a word
    faults        BIGINT NOT NULL,               -- tries that ended in a fault of ours
    fault_host    TEXT   NULL,                   -- where the last one happened
    fault_at      BIGINT NULL,
    announced     BIGINT NULL                    -- when a broker last got a message that names it
);
CREATE INDEX job_by_state ON job(state, lease_until);
CREATE INDEX job_of_evaluation ON job(evaluation);
CREATE INDEX job_by_lease ON job(lease_key);

CREATE TABLE shard_case (
    evaluation    TEXT   NOT NULL,
    block_group   TEXT   NOT NULL,
    job           TEXT   NOT NULL REFERENCES job(id),
    place         BIGINT NOT NULL,
    PRIMARY KEY (evaluation, block_group)
);
CREATE INDEX shard_case_of_job ON shard_case(job);

-- The evaluation's run folder: which blob is which file.
CREATE TABLE run_file (
    evaluation    TEXT   NOT NULL,
    name          TEXT   NOT NULL,
    sha256        TEXT   NOT NULL,
    size          BIGINT NOT NULL,
    PRIMARY KEY (evaluation, name)
);

CREATE TABLE case_result (
    evaluation    TEXT   NOT NULL,
    block_group   TEXT   NOT NULL,
    bits          TEXT   NOT NULL,
    token         TEXT   NOT NULL,
    worker        TEXT   NOT NULL,
    at            BIGINT NOT NULL,
    PRIMARY KEY (evaluation, block_group)
);
CREATE INDEX case_result_of_token ON case_result(token);

-- Second results with other bits. They count for nothing until an organiser decides.
CREATE TABLE case_conflict (
    id            TEXT   NOT NULL PRIMARY KEY,
    evaluation    TEXT   NOT NULL,
    block_group   TEXT   NOT NULL,
    bits          TEXT   NOT NULL,
    sha256        TEXT   NOT NULL,               -- of the case file
    token         TEXT   NOT NULL,
    worker        TEXT   NOT NULL,
    at            BIGINT NOT NULL,
    decided       BIGINT NULL,
    UNIQUE (evaluation, block_group, bits)
);

CREATE TABLE job_fault (
    id            TEXT   NOT NULL PRIMARY KEY,
    evaluation    TEXT   NOT NULL,
    job           TEXT   NOT NULL,
    message       TEXT   NOT NULL,
    worker        TEXT   NOT NULL,
    at            BIGINT NOT NULL
);
CREATE INDEX job_fault_of_evaluation ON job_fault(evaluation);

CREATE TABLE worker (
    name          TEXT   NOT NULL PRIMARY KEY,
    token         TEXT   NOT NULL,
    host          TEXT   NOT NULL,
    sandbox       BIGINT NOT NULL,
    version       TEXT   NOT NULL,
    seen          BIGINT NOT NULL
);

-- When a team last had its turn: the team that waits longest comes next.
CREATE TABLE team_turn (
    contest       TEXT   NOT NULL,
    team          TEXT   NOT NULL,
    turn          BIGINT NOT NULL,
    PRIMARY KEY (contest, team)
);

-- Up to which entry of a contest's log evaluations have been queued.
CREATE TABLE work_cursor (
    contest       TEXT   NOT NULL PRIMARY KEY,
    seq           BIGINT NOT NULL
);
