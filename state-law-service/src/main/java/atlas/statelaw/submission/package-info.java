/** Submissions of laws: what partners that are reviewed would have recorded, and what reviewers made of it. */
package atlas.statelaw.submission;
