CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Policy records, one row a version. effective_from/effective_to: when it was true. recorded_at/superseded_at: when we said so.
CREATE TABLE policy_version (
    id                       uuid        NOT NULL,
    version                  int         NOT NULL CHECK (version > 0),
    county                   text,
    state                    text        NOT NULL REFERENCES state (code),
    scope                    text        NOT NULL,
    agency                   text,
    factor                   text,
    topic                    text,
    stance                   text        NOT NULL,
    strength                 text,
    exceptions               text,
    instrument               text        NOT NULL,
    title                    text        NOT NULL,
    summary                  text,
    effective_from           date,
    effective_from_precision text,
    effective_to             date,
    effective_to_precision   text,
    sources                  jsonb       NOT NULL CHECK (jsonb_typeof(sources) = 'array' AND jsonb_array_length(sources) > 0),
    recorded_at              timestamptz NOT NULL,
    recorded_by              text        NOT NULL,
    superseded_at            timestamptz,
    reason                   text,
    withdrawn                boolean     NOT NULL,
    -- the version that this one follows: versions count up without a gap
    follows                  int GENERATED ALWAYS AS (nullif(version - 1, 0)) STORED,

    PRIMARY KEY (id, version),
    FOREIGN KEY (county, state) REFERENCES county (fips, state),
    FOREIGN KEY (id, follows) REFERENCES policy_version (id, version),

    CONSTRAINT in_force_for_at_least_a_day CHECK (effective_from < effective_to),
    CONSTRAINT said_for_some_time CHECK (recorded_at < superseded_at),
    CONSTRAINT one_version_at_any_time EXCLUDE USING gist (id WITH =, tstzrange(recorded_at, superseded_at) WITH &&),
    CONSTRAINT factor_or_topic CHECK (num_nonnulls(factor, topic) = 1),
    CONSTRAINT a_county_policy_has_a_county CHECK (scope <> 'COUNTY' OR county IS NOT NULL),
    CONSTRAINT other_scopes_name_the_agency CHECK (scope = 'COUNTY' OR agency IS NOT NULL),
    CONSTRAINT precision_of_a_date CHECK ((effective_from IS NULL) = (effective_from_precision IS NULL)
        AND (effective_to IS NULL) = (effective_to_precision IS NULL)),
    CONSTRAINT exceptions_of_a_partial_protection CHECK (exceptions IS NULL OR strength = 'PARTIAL'),
    CONSTRAINT strength_of_a_protection CHECK (strength IS NULL OR stance = 'PROTECTIVE'),
    CONSTRAINT corrections_have_a_reason CHECK ((version = 1) = (reason IS NULL)),
    CONSTRAINT nothing_begins_withdrawn CHECK (version > 1 OR NOT withdrawn)
);

CREATE UNIQUE INDEX policy_current ON policy_version (id) WHERE superseded_at IS NULL;
CREATE INDEX policy_of_county ON policy_version (county, id, version);
CREATE INDEX policy_of_state ON policy_version (state, id, version);

CREATE TRIGGER versions_are_kept BEFORE UPDATE OR DELETE ON policy_version FOR EACH ROW EXECUTE FUNCTION keep_what_was_said();
CREATE TRIGGER versions_are_never_emptied BEFORE TRUNCATE ON policy_version EXECUTE FUNCTION keep_what_was_said();
CREATE CONSTRAINT TRIGGER versions_follow AFTER INSERT OR UPDATE ON policy_version DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION follow_without_a_gap('county', 'state');
