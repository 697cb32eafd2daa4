/** How the service starts: only with settings that it understands. */
package atlas.scoring.start;
