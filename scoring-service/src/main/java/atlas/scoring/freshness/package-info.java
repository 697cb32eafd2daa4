/** When each part was last updated, over HTTP. */
package atlas.scoring.freshness;
