/** The report's tables and claims over HTTP, for the nation or a state: on a day, along time, and by what state law does. */
package atlas.scoring.statistics;
