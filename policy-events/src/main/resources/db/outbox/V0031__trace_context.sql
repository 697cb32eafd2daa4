-- Which trace the change was part of: the traceparent of W3C's Trace Context, sent beside the message. Versions that do not know it leave it out.
ALTER TABLE outbox ADD COLUMN traceparent text;
