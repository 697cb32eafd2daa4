-- The keys that were given out. Of a secret only the hash is kept: 256 random bits need no slow one.
CREATE TABLE api_key (
    id            text        PRIMARY KEY CHECK (id ~ '^[0-9A-Za-z]{10}$'),
    secret_sha256 bytea       NOT NULL CHECK (octet_length(secret_sha256) = 32),
    organisation  text        NOT NULL CHECK (organisation <> ''),
    role          text        NOT NULL CHECK (role <> ''),
    scopes        text[]      NOT NULL CHECK (scopes <@ ARRAY ['policies:write', 'laws:write', 'submissions:review', 'admin']),
    states        text[]      NOT NULL DEFAULT '{}',
    counties      text[]      NOT NULL DEFAULT '{}',
    created       timestamptz NOT NULL,
    expires       timestamptz,
    revoked       timestamptz,
    CHECK (expires > created)
);

COMMENT ON COLUMN api_key.states IS 'postal codes that the key may write about; with counties empty too, all';
COMMENT ON COLUMN api_key.counties IS 'FIPS codes that the key may write about beside those of the states';
