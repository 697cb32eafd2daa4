-- How far each partition has been applied. The topic's id tells a topic that was made anew (its offsets start over) from the old one.
CREATE TABLE consumer_position (
    consumer    text   NOT NULL,
    topic       text   NOT NULL,
    part        int    NOT NULL,
    topic_id    text   NOT NULL,
    next_offset bigint NOT NULL CHECK (next_offset >= 0),
    PRIMARY KEY (consumer, topic, part)
);

-- Messages that could not be applied, with the reason, kept in the transaction that moved the offset past them.
CREATE TABLE parked_message (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer  text        NOT NULL,
    topic     text        NOT NULL,
    part      int         NOT NULL,
    topic_id  text        NOT NULL,
    position  bigint      NOT NULL,
    key       text,
    payload   bytea,
    reason    text        NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (consumer, topic, part, topic_id, position)
);
