CREATE EXTENSION IF NOT EXISTS btree_gist;

-- State laws, one row a version. effective_from/effective_to: when the law was in effect, whatever the courts did to it meanwhile
-- (court_history). recorded_at/superseded_at: when we said so.
CREATE TABLE law_version (
    id                       uuid        NOT NULL,
    version                  int         NOT NULL CHECK (version > 0),
    state                    text        NOT NULL REFERENCES state (code),
    title                    text        NOT NULL,
    citation                 text,
    instrument               text        NOT NULL,
    direction                text        NOT NULL,
    binds                    jsonb       NOT NULL CHECK (jsonb_typeof(binds) = 'array'),
    enacted                  date,
    enacted_precision        text,
    effective_from           date,
    effective_from_precision text,
    effective_to             date,
    effective_to_precision   text,
    effects                  jsonb       NOT NULL CHECK (jsonb_typeof(effects) = 'array'),
    court_history            jsonb       NOT NULL CHECK (jsonb_typeof(court_history) = 'array'),
    topics                   jsonb       NOT NULL CHECK (jsonb_typeof(topics) = 'array'),
    summary                  text,
    sources                  jsonb       NOT NULL CHECK (jsonb_typeof(sources) = 'array' AND jsonb_array_length(sources) > 0),
    recorded_at              timestamptz NOT NULL,
    recorded_by              text        NOT NULL,
    superseded_at            timestamptz,
    reason                   text,
    withdrawn                boolean     NOT NULL,
    -- the version that this one follows: versions count up without a gap
    follows                  int GENERATED ALWAYS AS (nullif(version - 1, 0)) STORED,

    PRIMARY KEY (id, version),
    FOREIGN KEY (id, follows) REFERENCES law_version (id, version),

    CONSTRAINT in_effect_for_at_least_a_day CHECK (effective_from < effective_to),
    CONSTRAINT said_for_some_time CHECK (recorded_at < superseded_at),
    CONSTRAINT one_version_at_any_time EXCLUDE USING gist (id WITH =, tstzrange(recorded_at, superseded_at) WITH &&),
    CONSTRAINT effects_bind_someone CHECK (effects = '[]' OR binds <> '[]'),
    CONSTRAINT precision_of_a_date CHECK ((enacted IS NULL) = (enacted_precision IS NULL)
        AND (effective_from IS NULL) = (effective_from_precision IS NULL)
        AND (effective_to IS NULL) = (effective_to_precision IS NULL)),
    CONSTRAINT corrections_have_a_reason CHECK ((version = 1) = (reason IS NULL)),
    CONSTRAINT nothing_begins_withdrawn CHECK (version > 1 OR NOT withdrawn)
);

CREATE UNIQUE INDEX law_current ON law_version (id) WHERE superseded_at IS NULL;
CREATE INDEX law_of_state ON law_version (state, id, version);

CREATE TRIGGER versions_are_kept BEFORE UPDATE OR DELETE ON law_version FOR EACH ROW EXECUTE FUNCTION keep_what_was_said();
CREATE TRIGGER versions_are_never_emptied BEFORE TRUNCATE ON law_version EXECUTE FUNCTION keep_what_was_said();
CREATE CONSTRAINT TRIGGER versions_follow AFTER INSERT OR UPDATE ON law_version DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION follow_without_a_gap('state');
