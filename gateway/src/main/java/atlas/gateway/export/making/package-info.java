/** Makes a set of files of one state of the data set: what was recorded up to an instant, in all of them or in none. */
package atlas.gateway.export.making;
