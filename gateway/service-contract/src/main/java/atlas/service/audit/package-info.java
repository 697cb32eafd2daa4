/**
 * Who did what: the entries that every write leaves, for administrators to read, sealed in a chain of hashes so that an entry
 * that is changed, left out or slipped in is noticed.
 */
package atlas.service.audit;
