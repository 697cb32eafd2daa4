-- Addresses that partners have changes sent to. A row stays after its deletion until nothing hangs on it any more.
CREATE TABLE webhook (
    id               uuid        PRIMARY KEY,
    partner          uuid        NOT NULL REFERENCES partner,
    url              text        NOT NULL CHECK (url <> ''),
    description      text,
    states           text[]      NOT NULL DEFAULT '{}',
    counties         text[]      NOT NULL DEFAULT '{}',
    factors          text[]      NOT NULL DEFAULT '{}',
    types            text[]      NOT NULL DEFAULT '{}',
    secret           bytea       NOT NULL,
    old_secret       bytea,
    old_secret_until timestamptz,
    status           text        NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED', 'DELETED')),
    disabled_reason  text        CHECK (disabled_reason IN ('OWNER', 'GONE', 'FAILING', 'PARTNER_CLOSED')),
    disabled_at      timestamptz,
    failing_since    timestamptz,
    created          timestamptz NOT NULL,
    version          int         NOT NULL DEFAULT 1 CHECK (version > 0),

    CONSTRAINT what_is_off_says_why CHECK ((status = 'DISABLED') = (disabled_reason IS NOT NULL)
        AND (disabled_reason IS NULL) = (disabled_at IS NULL) OR status = 'DELETED'),
    CONSTRAINT an_old_secret_ends CHECK ((old_secret IS NULL) = (old_secret_until IS NULL))
);

CREATE INDEX webhook_partner ON webhook (partner, created, id);
CREATE INDEX webhook_active ON webhook (id) WHERE status = 'ACTIVE';

COMMENT ON COLUMN webhook.secret IS 'a first byte 0: as it is; 1: encrypted with the key that the gateway is given (AES-GCM)';
COMMENT ON COLUMN webhook.old_secret IS 'the one before, which signs too until its end';
COMMENT ON COLUMN webhook.failing_since IS 'the first failure since anything was taken; null while the last attempt succeeded';

-- What is to be sent to whom, or was: a row for each webhook that wanted an event, added in the transaction that numbers the event.
CREATE TABLE webhook_delivery (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook      uuid        NOT NULL REFERENCES webhook,
    event_id     uuid        NOT NULL,
    sequence     bigint,
    type         text        NOT NULL,
    body         text,
    status       text        NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'PAUSED', 'DELIVERED', 'FAILED')),
    attempts     int         NOT NULL DEFAULT 0,
    begun_at     int         NOT NULL DEFAULT 0 CHECK (begun_at <= attempts),
    due          timestamptz,
    made         timestamptz NOT NULL,
    last_attempt timestamptz,
    last_status  int,
    last_failure text,

    UNIQUE (webhook, event_id),
    CONSTRAINT what_waits_is_due CHECK ((status = 'PENDING') = (due IS NOT NULL)),
    CONSTRAINT the_feed_or_its_own CHECK ((sequence IS NULL) = (body IS NOT NULL))
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (webhook, due, id) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_log ON webhook_delivery (webhook, id);
CREATE INDEX webhook_delivery_old ON webhook_delivery (coalesce(last_attempt, made)) WHERE status <> 'PENDING';

COMMENT ON COLUMN webhook_delivery.sequence IS 'number of the event in the feed, which has its body; null for a ping';
COMMENT ON COLUMN webhook_delivery.body IS 'what is sent, of an event that is in no feed';
COMMENT ON COLUMN webhook_delivery.begun_at IS 'how many attempts there were when somebody asked for it again: the waits between attempts begin anew there';

-- Each attempt that was made, and what came of it: never what the receiver said.
CREATE TABLE webhook_attempt (
    delivery bigint      NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
    number   int         NOT NULL CHECK (number > 0),
    at       timestamptz NOT NULL,
    millis   int         NOT NULL,
    status   int,
    failure  text,

    PRIMARY KEY (delivery, number)
);
