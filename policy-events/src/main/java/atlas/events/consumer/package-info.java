/**
 * How events enter a service: read from all partitions, applied in batches, each batch in one database transaction with the
 * offsets, so
 * that every event takes effect exactly once; what cannot be read or applied is parked, with the reason, in that same
 * transaction.
 */
package atlas.events.consumer;
