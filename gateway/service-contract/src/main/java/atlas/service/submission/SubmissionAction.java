package atlas.service.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a submission would do to the records. */
@Schema(description = "what a submission would do to the records")
public enum SubmissionAction {
    ADD,
    CORRECT,
    WITHDRAW
}
