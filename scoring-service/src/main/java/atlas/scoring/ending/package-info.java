/** Contracts with ICE that ended, were refused or were prevented, over HTTP. */
package atlas.scoring.ending;
