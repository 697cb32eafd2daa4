/** All counties and states, in memory, as one batch of events left them. */
package atlas.scoring.nation;
