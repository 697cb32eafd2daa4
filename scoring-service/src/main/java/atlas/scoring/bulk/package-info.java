/** All counties with all their results in one read, for the gateway that makes files of them; in no document. */
package atlas.scoring.bulk;
