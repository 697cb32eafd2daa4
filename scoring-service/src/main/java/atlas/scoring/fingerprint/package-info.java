/** One number for all scores and statistics: two services that know the same have the same. */
package atlas.scoring.fingerprint;
