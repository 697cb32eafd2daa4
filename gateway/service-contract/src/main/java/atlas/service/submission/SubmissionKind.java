package atlas.service.submission;

/** What sort of record a submission is about. */
public enum SubmissionKind {
    POLICY,
    LAW
}
