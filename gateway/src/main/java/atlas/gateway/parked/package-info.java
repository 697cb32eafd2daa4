/** The events that consumers could not apply, of scores and of the feed, as one list for administrators. */
package atlas.gateway.parked;
