package atlas.service.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What sort of record a submission is about. */
@Schema(description = "what sort of record a submission is about")
public enum SubmissionKind {
    POLICY,
    LAW
}
