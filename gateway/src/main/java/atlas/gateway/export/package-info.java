/** The whole data set as files, made once for each state of it: which sets there are, and what they hold. */
package atlas.gateway.export;
