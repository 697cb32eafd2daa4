/** Rebuilding scores from the topics while the service runs: how an administrator begins it and sees how far it is. */
package atlas.scoring.rebuild;
