-- What a handler under test did with an event.
CREATE TABLE applied_event (
    n        bigint GENERATED ALWAYS AS IDENTITY,
    consumer text NOT NULL,
    event_id uuid NOT NULL,
    label    text NOT NULL,
    PRIMARY KEY (consumer, event_id)
);

-- A row here makes its transaction fail when it commits: with the SQLSTATE given, or because the session ends.
CREATE TABLE failing_commit (sqlstate text NOT NULL);

CREATE FUNCTION fail_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.sqlstate = 'end of session' THEN
        PERFORM pg_terminate_backend(pg_backend_pid());
    ELSE
        RAISE EXCEPTION 'the commit fails' USING ERRCODE = NEW.sqlstate;
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER fail_at_commit AFTER INSERT ON failing_commit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail_at_commit();

-- The things that writers under test change, one row for each key.
CREATE TABLE written_thing (
    key     text PRIMARY KEY,
    version int  NOT NULL DEFAULT 0
);
