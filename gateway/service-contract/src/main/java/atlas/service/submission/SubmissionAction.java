package atlas.service.submission;

/** What a submission would do to the records. */
public enum SubmissionAction {
    ADD,
    CORRECT,
    WITHDRAW
}
