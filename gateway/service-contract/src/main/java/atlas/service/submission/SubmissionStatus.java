package atlas.service.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a submission stands. */
@Schema(description = "PENDING waits for a reviewer, CHANGES_REQUESTED for the submitter; the others are final.")
public enum SubmissionStatus {
    PENDING,
    CHANGES_REQUESTED,
    APPROVED,
    REJECTED,
    WITHDRAWN;

    boolean isOpen() {
        return this == PENDING || this == CHANGES_REQUESTED;
    }
}
