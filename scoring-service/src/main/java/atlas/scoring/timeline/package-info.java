/** A county's results over time: where one result gives way to the next, and where two timelines differ. */
package atlas.scoring.timeline;
