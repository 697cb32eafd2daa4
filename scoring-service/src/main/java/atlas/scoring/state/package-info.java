/** States over HTTP: which way their laws point, and how their counties score. */
package atlas.scoring.state;
