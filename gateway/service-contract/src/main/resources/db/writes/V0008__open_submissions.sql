-- What was asked for already is not asked for twice: open additions by what they say, open corrections by their record.
CREATE INDEX submission_adds ON submission (owner, md5(body::jsonb::text))
    WHERE action = 'ADD' AND status IN ('PENDING', 'CHANGES_REQUESTED');
CREATE INDEX submission_about ON submission (record) WHERE status IN ('PENDING', 'CHANGES_REQUESTED');

-- The submission that a record came from.
CREATE INDEX submission_of_result ON submission (result) WHERE result IS NOT NULL;
