-- The counties, records and laws as events brought them. The primary keys are the guard against a second effect of the same event;
-- memory holds all of it, and is loaded from here.

-- Rows get their number in transactions that take the row of "applier" first: whoever reads behind a number misses nothing.
CREATE SEQUENCE applied_order;

CREATE TABLE registered_county (
    fips        text        PRIMARY KEY CHECK (fips ~ '^[0-9]{5}$'),
    recorded_at timestamptz NOT NULL,
    body        jsonb       NOT NULL,
    applied     bigint      NOT NULL DEFAULT nextval('applied_order')
);
CREATE INDEX registered_county_applied ON registered_county (applied);

CREATE TABLE policy_version (
    id          uuid        NOT NULL,
    version     int         NOT NULL CHECK (version >= 1),
    county      text        REFERENCES registered_county,
    state       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    body        jsonb       NOT NULL,
    applied     bigint      NOT NULL DEFAULT nextval('applied_order'),
    PRIMARY KEY (id, version)
);
CREATE INDEX policy_version_applied ON policy_version (applied);

CREATE TABLE law_version (
    id          uuid        NOT NULL,
    version     int         NOT NULL CHECK (version >= 1),
    state       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    body        jsonb       NOT NULL,
    applied     bigint      NOT NULL DEFAULT nextval('applied_order'),
    PRIMARY KEY (id, version)
);
CREATE INDEX law_version_applied ON law_version (applied);

-- One row: who applies events (the term of the present leader), the last day whose turn was announced, and when a score last changed.
CREATE TABLE applier (
    only_row   boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    term       bigint      NOT NULL,
    turned_day date,
    changed_at timestamptz
);
INSERT INTO applier (term) VALUES (0);
