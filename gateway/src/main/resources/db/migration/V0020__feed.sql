-- The public feed: every change of policy records, laws and scores, numbered without gaps in the order of the commits here.
CREATE TABLE feed_event (
    sequence    bigint      PRIMARY KEY,
    event_id    uuid        NOT NULL UNIQUE,
    type        text        NOT NULL,
    state       text        NOT NULL,
    county      text,
    factors     text[]      NOT NULL,
    recorded_at timestamptz NOT NULL,
    body        text        NOT NULL
);

CREATE INDEX feed_event_type ON feed_event (type, sequence);
CREATE INDEX feed_event_state ON feed_event (state, sequence);
CREATE INDEX feed_event_county ON feed_event (county, sequence) WHERE county IS NOT NULL;
CREATE INDEX feed_event_factors ON feed_event USING gin (factors);
CREATE INDEX feed_event_recorded_at ON feed_event (recorded_at);

COMMENT ON COLUMN feed_event.county IS 'null for a law, and for a record of a state alone';
COMMENT ON COLUMN feed_event.body IS 'the CloudEvent as it was on the topic';

-- One row. The transaction that numbers events holds it: no number is given twice, none is left out.
CREATE TABLE feed_head (
    one            boolean PRIMARY KEY DEFAULT true CHECK (one),
    first_sequence bigint NOT NULL CHECK (first_sequence > 0),
    last_sequence  bigint NOT NULL CHECK (last_sequence >= first_sequence - 1),
    term           bigint NOT NULL DEFAULT 0
);

COMMENT ON TABLE feed_head IS
    'The first number of this feed is the time of its making in microseconds since 1970, and each event has the one after that before. '
    'So a feed that is made anew in an empty database begins above all numbers of the one before: an older number is known to be one.';
COMMENT ON COLUMN feed_head.term IS 'counts the leaders: each takes the next, and one that was replaced can number nothing more';

INSERT INTO feed_head (first_sequence, last_sequence)
SELECT made, made - 1 FROM (SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS made) now;
