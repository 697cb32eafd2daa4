-- A rebuild: facts come once more from the first offsets of the topics into empty tables. What was told of them before is not told again.
ALTER TABLE applier
    ADD COLUMN replay   text NOT NULL DEFAULT 'UNDECIDED' CHECK (replay IN ('UNDECIDED', 'RUNNING', 'OVER')),
    ADD COLUMN rebuilds int  NOT NULL DEFAULT 0;
UPDATE applier SET replay = 'OVER' WHERE term > 0;

COMMENT ON COLUMN applier.replay IS
    'UNDECIDED: nobody has looked yet whether scores were announced before. RUNNING: the past is applied in silence, up to replay_end';
COMMENT ON COLUMN applier.rebuilds IS 'how often the tables were emptied to begin anew: memory knows by it that what it has is of before';

-- How far the past goes: the first offset of each partition whose message was not applied when the rebuild began.
CREATE TABLE replay_end (
    topic        text   NOT NULL,
    part         int    NOT NULL,
    topic_id     text   NOT NULL,
    first_offset bigint NOT NULL,
    end_offset   bigint NOT NULL,
    PRIMARY KEY (topic, part)
);
