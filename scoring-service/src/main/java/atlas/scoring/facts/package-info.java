/**
 * What is on record and what of it is in force: records and laws in all their versions, by both clocks. Decides
 * nothing.
 */
package atlas.scoring.facts;
