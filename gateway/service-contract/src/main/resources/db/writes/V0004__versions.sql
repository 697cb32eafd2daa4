-- For tables of versions: id, version, recorded_at, superseded_at, withdrawn, and "follows", generated from the version.

-- What was said stays as it was said: the one change that a version ever sees is the end of its time.
CREATE FUNCTION keep_what_was_said() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
        -- follows is generated after this trigger
        AND to_jsonb(OLD) - '{superseded_at,follows}'::text[] = to_jsonb(NEW) - '{superseded_at,follows}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a version is never rewritten' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Looked at when the transaction commits, when both versions are there. The arguments name the columns of the place, which stays.
CREATE FUNCTION follow_without_a_gap() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    before  jsonb;
    next    jsonb;
    current jsonb := to_jsonb(NEW);
    place   text;
BEGIN
    EXECUTE format('SELECT to_jsonb(v) FROM %I v WHERE id = $1 AND version = $2', TG_TABLE_NAME)
        INTO before USING NEW.id, NEW.version - 1;
    EXECUTE format('SELECT to_jsonb(v) FROM %I v WHERE id = $1 AND version = $2', TG_TABLE_NAME)
        INTO next USING NEW.id, NEW.version + 1;
    IF NEW.version > 1 AND (before IS NULL OR before -> 'superseded_at' <> current -> 'recorded_at') THEN
        RAISE EXCEPTION 'a version begins when the one before ends' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.superseded_at IS NOT NULL AND (next IS NULL OR next -> 'recorded_at' <> current -> 'superseded_at') THEN
        RAISE EXCEPTION 'a version ends when the next begins' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (before ->> 'withdrawn')::boolean THEN
        RAISE EXCEPTION 'no version follows a withdrawal' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    FOREACH place IN ARRAY TG_ARGV LOOP
        IF before IS NOT NULL AND before -> place IS DISTINCT FROM current -> place THEN
            RAISE EXCEPTION 'a version stays in its place: % differs', place USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
