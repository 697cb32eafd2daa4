/**
 * Keeps memory and database in step with the events, and tells of every score that turns.
 * <p>
 * Of several replicas one leads: it alone consumes, writes and announces. The others read behind it, from the
 * database, about a second later.
 */
package atlas.scoring.applying;
