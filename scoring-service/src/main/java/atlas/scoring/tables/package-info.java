/** The two tables of the report, for any set of counties: how many protect each factor, and how many have each score. */
package atlas.scoring.tables;
