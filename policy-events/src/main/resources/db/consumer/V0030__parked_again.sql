-- What is parked can be looked at, applied again and discarded through the API.

-- Ids that sort by a time (UUID version 7, with the microseconds behind the milliseconds).
CREATE FUNCTION id_of_time(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4), 3, '0')
            || substr(gen_random_uuid()::text, 20))::uuid
    FROM (SELECT (extract(epoch FROM at) * 1000000)::bigint AS micros) AS since_1970
$$;

ALTER TABLE parked_message
    ADD COLUMN public_id     uuid        NOT NULL DEFAULT id_of_time(clock_timestamp()),
    ADD COLUMN status        text        NOT NULL DEFAULT 'PARKED' CHECK (status IN ('PARKED', 'REQUESTED', 'APPLIED', 'DISCARDED')),
    ADD COLUMN attempts      int         NOT NULL DEFAULT 1 CHECK (attempts > 0),
    ADD COLUMN last_tried_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    ADD COLUMN awaits        boolean     NOT NULL DEFAULT false,
    ADD COLUMN event_id      text,
    ADD COLUMN event_type    text,
    ADD COLUMN revision      int         NOT NULL DEFAULT 1 CHECK (revision > 0),
    ADD COLUMN asked_at      timestamptz,
    ADD COLUMN asked_key     text,
    ADD COLUMN asked_partner text,
    ADD COLUMN asked_by      text,
    ADD COLUMN note          text;

UPDATE parked_message SET public_id = id_of_time(parked_at), last_tried_at = parked_at;

CREATE UNIQUE INDEX parked_message_public_id ON parked_message (public_id);
CREATE INDEX parked_message_open ON parked_message (consumer, topic) WHERE status IN ('PARKED', 'REQUESTED');
CREATE INDEX parked_message_requested ON parked_message (consumer, public_id) WHERE status = 'REQUESTED';

COMMENT ON COLUMN parked_message.status IS
    'PARKED: could not be applied; REQUESTED: the consumer that leads is to try again; APPLIED: it had its effect; DISCARDED: somebody gave it up';
COMMENT ON COLUMN parked_message.awaits IS 'names something that an earlier topic may still bring: tried again by itself then';
COMMENT ON COLUMN parked_message.event_id IS 'as the message states it, where that can be told; so the type';
COMMENT ON COLUMN parked_message.revision IS 'counts what people decided about it';
COMMENT ON COLUMN parked_message.asked_by IS 'organisation that last asked for something, by its key; partner is its id';
