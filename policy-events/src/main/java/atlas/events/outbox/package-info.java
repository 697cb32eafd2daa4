/**
 * How events leave a service: appended to the outbox in the transaction of the change, and published by one relay at a time, in
 * the
 * order in which they were appended. The writer holds the lock of the event's key before it appends, so that this is the order
 * of commits for each key.
 */
package atlas.events.outbox;
