/** Submissions of policy records: what partners that are reviewed would have recorded, and what reviewers made of it. */
package atlas.county.submission;
