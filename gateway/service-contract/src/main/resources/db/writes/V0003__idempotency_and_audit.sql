-- The answers to writes that carried an Idempotency-Key, kept in the transaction of the write: the same request answers the same again.
CREATE TABLE idempotency (
    key_id          text        NOT NULL,
    method          text        NOT NULL,
    path            text        NOT NULL,
    idempotency_key text        NOT NULL,
    fingerprint     bytea       NOT NULL,
    answer          text,
    made_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (key_id, method, path, idempotency_key)
);

CREATE INDEX idempotency_age ON idempotency (made_at);

-- Who did what, when and with which key, before and after. Rows are only ever added.
CREATE TABLE audit (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    key_id       text        NOT NULL,
    organisation text        NOT NULL,
    request_id   text,
    action       text        NOT NULL,
    subject      uuid        NOT NULL,
    version      int         NOT NULL CHECK (version > 0),
    before       jsonb,
    after        jsonb       NOT NULL,
    reason       text,
    UNIQUE (subject, version)
);

CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit EXECUTE FUNCTION refuse_to_rewrite();
