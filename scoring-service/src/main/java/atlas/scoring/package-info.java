/**
 * What the facts on record amount to: the effective policy of each county, day by day, and the score that a rubric
 * gives it.
 * <p>
 * {@code facts} says what is on record and in force, {@code rubric} judges one factor, {@code timeline} strings the
 * judgements together over time, {@code nation} holds all counties in memory; none of these four knows a framework.
 * {@code applying} keeps memory and database in step with the events, and the remaining packages answer over HTTP.
 */
package atlas.scoring;
