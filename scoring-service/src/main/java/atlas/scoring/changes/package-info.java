/** The changes between two days over HTTP: how many counties changed and how, which, and what drove each change. */
package atlas.scoring.changes;
