-- Writes of organisations that are reviewed: what would be said of which record, and what became of it.
CREATE TABLE submission (
    id             uuid        PRIMARY KEY,
    -- counts up with everything that happens to the submission
    revision       int         NOT NULL CHECK (revision > 0),
    status         text        NOT NULL CHECK (status IN ('PENDING', 'CHANGES_REQUESTED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    kind           text        NOT NULL,
    action         text        NOT NULL CHECK (action IN ('ADD', 'CORRECT', 'WITHDRAW')),
    -- the record that would change, and the version that the submitter has seen
    record         uuid,
    record_version int,
    state          text        NOT NULL,
    county         text,
    -- json, not jsonb: it is shown in the order in which it was sent
    body           json        NOT NULL CHECK (json_typeof(body) = 'object'),
    -- the partner's id, or the key's where the key belongs to none
    owner          text        NOT NULL,
    key_id         text        NOT NULL,
    submitted_by   text        NOT NULL,
    submitted_at   timestamptz NOT NULL,
    decided_key    text,
    decided_by     text,
    decided_at     timestamptz,
    note           text,
    result         uuid,
    result_version int,

    CONSTRAINT only_additions_have_no_record CHECK ((action = 'ADD') = (record IS NULL) AND (record IS NULL) = (record_version IS NULL)),
    CONSTRAINT decisions_are_somebodys CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_key IS NULL)),
    CONSTRAINT decisions_are_kept CHECK (status IN ('PENDING', 'WITHDRAWN') OR decided_by IS NOT NULL),
    CONSTRAINT refusals_have_a_reason CHECK (status NOT IN ('CHANGES_REQUESTED', 'REJECTED') OR note IS NOT NULL),
    CONSTRAINT approvals_have_a_result CHECK ((status = 'APPROVED') = (result IS NOT NULL) AND (result IS NULL) = (result_version IS NULL))
);

CREATE INDEX submission_open ON submission (id) WHERE status IN ('PENDING', 'CHANGES_REQUESTED');
CREATE INDEX submission_of_owner ON submission (owner, id);

-- Who approved what the author of a row submitted; null for what took effect at once.
ALTER TABLE audit ADD approved_by text;
ALTER TABLE audit ADD approved_key text;
