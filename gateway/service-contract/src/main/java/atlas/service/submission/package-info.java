/**
 * Review: a write of an organisation that is reviewed becomes a submission, and takes effect when somebody else approves it.
 * Each service keeps the submissions of its own records, and says what checking and carrying out mean for them.
 */
package atlas.service.submission;
