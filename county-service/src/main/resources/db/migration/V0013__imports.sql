-- Files of records. A row's outcome and the change that it made commit together, so that work goes on exactly where it stopped.
CREATE TABLE import (
    id           uuid PRIMARY KEY,
    name         text,
    format       text        NOT NULL,
    dry_run      boolean     NOT NULL,
    listed_on    date,
    status       text        NOT NULL
        CHECK (status IN ('QUEUED', 'RUNNING', 'AWAITING_CONFIRMATION', 'COMPLETED', 'FAILED', 'CANCELLED')),
    -- who writes, and where that key could write when the file came; reviewed: what it writes becomes submissions
    key_id       text        NOT NULL,
    owner        text        NOT NULL,
    organisation text        NOT NULL,
    states       text[]      NOT NULL,
    counties     text[]      NOT NULL,
    reviewed     boolean     NOT NULL,
    request_id   text,
    row_count    int         NOT NULL CHECK (row_count >= 0),
    accepted     int         NOT NULL DEFAULT 0 CHECK (accepted >= 0),
    unchanged    int         NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
    refused      int         NOT NULL DEFAULT 0 CHECK (refused >= 0),
    ended        int         NOT NULL DEFAULT 0 CHECK (ended >= 0),
    prepared     boolean     NOT NULL DEFAULT false,
    confirmed_by text,
    created_at   timestamptz NOT NULL,
    started_at   timestamptz,
    worked_at    timestamptz,
    finished_at  timestamptz,
    error        text,
    -- rows are deleted some time after the end, the first ones first
    rows_deleted int         NOT NULL DEFAULT 0 CHECK (rows_deleted BETWEEN 0 AND row_count),

    CONSTRAINT no_row_is_counted_twice CHECK (accepted + unchanged + refused <= row_count),
    CONSTRAINT no_row_is_left_out CHECK (status <> 'COMPLETED' OR accepted + unchanged + refused = row_count)
);

CREATE INDEX import_of_owner ON import (owner, id);
CREATE INDEX import_to_do ON import (created_at) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX import_to_forget ON import (finished_at) WHERE rows_deleted < row_count;

-- Rows as they were read; json, not jsonb, so that they can be shown as they were sent.
CREATE TABLE import_row (
    import_id uuid NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    number    int  NOT NULL CHECK (number > 0),
    content   json NOT NULL,
    PRIMARY KEY (import_id, number)
);

-- What became of a row, once. "identity": the record that it is the first row of the file to speak of.
CREATE TABLE import_outcome (
    import_id  uuid NOT NULL,
    number     int  NOT NULL,
    outcome    text NOT NULL CHECK (outcome IN ('ACCEPTED', 'UNCHANGED', 'REFUSED')),
    record     uuid,
    submission uuid,
    reason     text,
    errors     json,
    candidates json,
    identity   text,
    PRIMARY KEY (import_id, number),
    FOREIGN KEY (import_id, number) REFERENCES import_row (import_id, number) ON DELETE CASCADE,
    CONSTRAINT refusals_have_a_reason CHECK ((outcome = 'REFUSED') = (reason IS NOT NULL))
);

CREATE INDEX import_outcome_of ON import_outcome (import_id, outcome, number);
CREATE UNIQUE INDEX import_speaks_of ON import_outcome (import_id, identity) WHERE identity IS NOT NULL;

-- Who is asked to stop is asked here: the import's own row is locked by the work, again and again. No reference, which would wait for it, too.
CREATE TABLE import_cancellation (
    import_id uuid PRIMARY KEY
);

-- Partners' own keys of records. The key of a record that a reviewer has yet to approve stands for the submission.
CREATE TABLE external_id (
    owner       text NOT NULL,
    external_id text NOT NULL,
    record      uuid,
    submission  uuid,
    PRIMARY KEY (owner, external_id),
    CONSTRAINT stands_for_one CHECK ((record IS NULL) <> (submission IS NULL))
);

CREATE INDEX external_id_of_record ON external_id (record);
CREATE INDEX external_id_of_submission ON external_id (submission) WHERE submission IS NOT NULL;

-- What came of a submission once it was approved, its key stands for.
CREATE VIEW known_key AS
SELECT e.owner, e.external_id, coalesce(e.record, s.result) AS record
FROM external_id e LEFT JOIN submission s ON s.id = e.submission;

-- Whose a version is, whatever the organisation is called; null in versions from before there were imports.
ALTER TABLE policy_version ADD owner text;

-- What a row without an id is known by; see RecordIdentity.
CREATE INDEX policy_identity ON policy_version
    (title, coalesce(county, state), coalesce(effective_from, DATE '0001-01-01'), coalesce(factor, topic), scope, coalesce(agency, ''))
    WHERE superseded_at IS NULL AND NOT withdrawn;

-- Names of counties or agencies in ICE's list that a reviewer has assigned.
CREATE TABLE import_county_alias (
    state       text        NOT NULL REFERENCES state (code),
    name        text        NOT NULL,
    shown       text        NOT NULL,
    fips        text        NOT NULL REFERENCES county (fips),
    assigned_by text        NOT NULL,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (state, name)
);

-- A first version that nothing supersedes has no neighbour to look at, and a later one looks at it: so many rows come in that this counts.
DROP TRIGGER versions_follow ON policy_version;
CREATE CONSTRAINT TRIGGER versions_follow AFTER INSERT OR UPDATE ON policy_version DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.version > 1 OR NEW.superseded_at IS NOT NULL) EXECUTE FUNCTION follow_without_a_gap('county', 'state');
