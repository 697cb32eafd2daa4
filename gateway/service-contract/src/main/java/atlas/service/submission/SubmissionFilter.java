package atlas.service.submission;

/** Which submissions a list shows; null is every one that the caller may see. */
record SubmissionFilter(SubmissionStatus status, String state, String county, String organisation, SubmissionAccess.View view) {
}
