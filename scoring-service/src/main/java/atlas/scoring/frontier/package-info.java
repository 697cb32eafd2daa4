/** The subjects beyond the seven factors, over HTTP: recorded and shown, never scored. */
package atlas.scoring.frontier;
