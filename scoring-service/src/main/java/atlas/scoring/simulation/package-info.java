/**
 * What would change if: laws, records, repeals, injunctions and endings are supposed on top of what is on record, and
 * the counties that they touch are judged again. Nothing is stored and no event goes out.
 */
package atlas.scoring.simulation;
