-- The rows of the audit in the order in which the leader found them committed: ids are given before the commit, and a row that commits
-- late has a lower one than rows that are sealed already. Each is sealed together with the seal before.
CREATE TABLE audit_chain (
    sequence bigint PRIMARY KEY CHECK (sequence > 0),
    audit_id bigint NOT NULL UNIQUE REFERENCES audit (id),
    previous bytea  NOT NULL CHECK (length(previous) = 32),
    hash     bytea  NOT NULL CHECK (length(hash) = 32)
);

CREATE TRIGGER chain_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain EXECUTE FUNCTION refuse_to_rewrite();

-- Rows that wait for the leader: noted in the transaction of the row, so that none is passed over whenever it commits.
CREATE TABLE audit_unchained (
    audit_id bigint PRIMARY KEY REFERENCES audit (id)
);

CREATE FUNCTION await_the_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unchained VALUES (NEW.id);
    RETURN NULL;
END $$;

CREATE TRIGGER audit_awaits_the_chain AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION await_the_chain();

INSERT INTO audit_unchained SELECT id FROM audit;

CREATE INDEX audit_of_organisation ON audit (organisation, id);
CREATE INDEX audit_of_key ON audit (key_id, id);
CREATE INDEX audit_at ON audit (at, id);
