-- Organisations that write, and what they may write at the most; a key of theirs never allows more.
CREATE TABLE partner (
    id                uuid        PRIMARY KEY,
    name              text        NOT NULL CHECK (name <> ''),
    review            text        NOT NULL CHECK (review IN ('TRUSTED', 'REVIEWED')),
    scopes            text[]      NOT NULL CHECK (scopes <@ ARRAY ['policies:write', 'laws:write', 'submissions:review', 'admin']),
    states            text[]      NOT NULL DEFAULT '{}',
    counties          text[]      NOT NULL DEFAULT '{}',
    writes_per_minute int         CHECK (writes_per_minute > 0),
    contact           text,
    created           timestamptz NOT NULL,
    closed            timestamptz,
    version           int         NOT NULL DEFAULT 1 CHECK (version > 0)
);

CREATE UNIQUE INDEX partner_name ON partner (lower(name));

COMMENT ON COLUMN partner.states IS 'postal codes that its keys may write about; with counties empty too, all';

-- The holders of the keys that there are become partners whose limits are what their keys allow together.
INSERT INTO partner (id, name, review, scopes, states, counties, created)
SELECT gen_random_uuid(), name, 'TRUSTED',
       ARRAY (SELECT DISTINCT s FROM api_key k, unnest(k.scopes) s WHERE lower(k.organisation) = holder ORDER BY s),
       CASE WHEN everywhere THEN '{}' ELSE
           ARRAY (SELECT DISTINCT s FROM api_key k, unnest(k.states) s WHERE lower(k.organisation) = holder ORDER BY s) END,
       CASE WHEN everywhere THEN '{}' ELSE
           ARRAY (SELECT DISTINCT c FROM api_key k, unnest(k.counties) c WHERE lower(k.organisation) = holder ORDER BY c) END,
       created
FROM (SELECT lower(organisation) AS holder, min(organisation) AS name, min(created) AS created,
             bool_or(states = '{}' AND counties = '{}') AS everywhere
      FROM api_key GROUP BY lower(organisation)) holders;

ALTER TABLE api_key
    ADD COLUMN partner   uuid REFERENCES partner,
    ADD COLUMN line      text,
    ADD COLUMN last_used timestamptz,
    ADD COLUMN version   int NOT NULL DEFAULT 1 CHECK (version > 0);
ALTER TABLE api_key RENAME COLUMN role TO name;
UPDATE api_key SET line = id, partner = (SELECT p.id FROM partner p WHERE lower(p.name) = lower(organisation));
ALTER TABLE api_key
    ALTER COLUMN partner SET NOT NULL,
    ALTER COLUMN line SET NOT NULL,
    DROP COLUMN organisation;

CREATE INDEX api_key_partner ON api_key (partner);
CREATE INDEX api_key_line ON api_key (line);

COMMENT ON COLUMN api_key.line IS 'the first key of those that followed each other by rotation';
