package atlas.service.submission;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A submission as its submitter and reviewers see it. */
@Schema(name = "Submission", description = "A write that waits for a reviewer, or waited.", requiredProperties = { "id",
        "revision",
        "status", "kind", "action", "state", "body", "submittedBy", "submittedAt" })
public record SubmissionView(
        UUID id,
        @Schema(description = "counts up with everything that happens to the submission", minimum = "1") int revision,
        SubmissionStatus status,
        SubmissionKind kind,
        SubmissionAction action,
        @Schema(description = "id of the record that would change; null for an addition", nullable = true) UUID record,
        @Schema(description = "the version that it was made against; null for an addition", nullable = true) Integer recordVersion,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "MD") String state,
        @Schema(description = "FIPS of the county; null for what belongs to a state alone", pattern = "\\d{5}", nullable = true) String county,
        @Schema(type = SchemaType.OBJECT, implementation = Object.class, description = "what would be said, as it was sent; for a withdrawal the reason alone") ObjectNode body,
        @Schema(description = "organisation that submitted it") String submittedBy,
        Instant submittedAt,
        @Schema(description = "organisation that decided last", nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(description = "what the reviewer said", nullable = true) String note,
        @Schema(description = "id of the record that its approval made or changed", nullable = true) UUID result,
        @Schema(description = "the version of that record which its approval made", nullable = true) Integer resultVersion) {

    static SubmissionView of(Submission one) {
        Proposal proposal = one.proposal();
        Submission.Decision decision = one.decision();
        boolean decided = decision != null;
        return new SubmissionView(one.id(), one.revision(), one.status(), proposal.kind(), proposal.action(), proposal.record(),
                proposal.against() == null ? null : proposal.against().version(), proposal.site().state(),
                proposal.site().county(), proposal.body(), one.submitter().organisation(), one.submitter().at(),
                decided ? decision.organisation() : null, decided ? decision.at() : null, decided ? decision.note() : null,
                one.result() == null ? null : one.result().id(), one.result() == null ? null : one.result().version());
    }
}
