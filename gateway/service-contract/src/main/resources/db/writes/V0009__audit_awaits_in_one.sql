-- Once a statement rather than once a row: files of records bring hundreds of rows at once.
DROP TRIGGER audit_awaits_the_chain ON audit;

CREATE OR REPLACE FUNCTION await_the_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unchained SELECT id FROM added;
    RETURN NULL;
END $$;

CREATE TRIGGER audit_awaits_the_chain AFTER INSERT ON audit REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION await_the_chain();
