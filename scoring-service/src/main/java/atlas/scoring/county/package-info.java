/** Counties over HTTP: one, many, and how one came to stand where it does. */
package atlas.scoring.county;
