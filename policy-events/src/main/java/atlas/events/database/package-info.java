/**
 * What services do alike with their databases: telling whose fault it is when one does not do what it was asked to, and doing
 * something when it has.
 */
package atlas.events.database;
