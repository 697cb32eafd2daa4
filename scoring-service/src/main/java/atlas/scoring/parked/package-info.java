/** The events that could not be scored, for the gateway, which shows them beside its own. */
package atlas.scoring.parked;
