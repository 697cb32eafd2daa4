CREATE TABLE state (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
    fips text NOT NULL UNIQUE CHECK (fips ~ '^[0-9]{2}$'),
    name text NOT NULL UNIQUE
);

-- The fixed universe of every total: counties and equivalents by the codes of 2018.
CREATE TABLE county (
    fips        text PRIMARY KEY CHECK (fips ~ '^[0-9]{5}$'),
    state       text         NOT NULL REFERENCES state (code),
    name        text         NOT NULL,
    short_name  text         NOT NULL,
    latitude    numeric(7, 4) NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude   numeric(7, 4) NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    has_jail    boolean,
    geometry    jsonb        NOT NULL,
    recorded_at timestamptz  NOT NULL,
    UNIQUE (fips, state),
    UNIQUE (state, name)
);

-- Older and newer codes. A code may stand for several counties, and a county may have several other codes.
CREATE TABLE county_alias (
    code      text NOT NULL CHECK (code ~ '^[0-9]{5}$'),
    fips      text NOT NULL REFERENCES county (fips),
    kind      text NOT NULL CHECK (kind IN ('OLDER', 'NEWER')),
    effective date NOT NULL,
    note      text NOT NULL,
    PRIMARY KEY (code, fips)
);
