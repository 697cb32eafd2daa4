-- A feed that is made anew grows behind the one that is shown, and takes its place when it has all that this one has.
ALTER TABLE feed_event ADD COLUMN epoch int NOT NULL DEFAULT 0;
ALTER TABLE feed_event DROP CONSTRAINT feed_event_event_id_key;
ALTER TABLE feed_event ADD CONSTRAINT feed_event_once UNIQUE (event_id, epoch);

ALTER TABLE feed_head
    ADD COLUMN epoch      int NOT NULL DEFAULT 0,
    ADD COLUMN next_first bigint,
    ADD COLUMN next_last  bigint,
    ADD CONSTRAINT next_is_whole CHECK ((next_first IS NULL) = (next_last IS NULL) AND next_last >= next_first - 1),
    ADD CONSTRAINT next_is_another_feed CHECK (next_first > last_sequence + 1);

COMMENT ON COLUMN feed_event.epoch IS 'which feed it is an event of: while one is made anew, an event may be in the old one and in the new';
COMMENT ON COLUMN feed_head.epoch IS 'counts the rebuilds; events are numbered in this one';
COMMENT ON COLUMN feed_head.next_first IS 'the feed that is being made goes from here to next_last, unseen; null while none is';

-- How far the topics had been read when the feed was begun anew: there it has all that the one before has.
CREATE TABLE feed_replay (
    topic      text   NOT NULL,
    part       int    NOT NULL,
    topic_id   text   NOT NULL,
    end_offset bigint NOT NULL,
    PRIMARY KEY (topic, part)
);
