package atlas.county.imports;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

import atlas.service.problem.FieldError;

/** A row of a file, and what became of it. */
@Schema(name = "ImportRow", description = "A row of a file, and what became of it.", requiredProperties = { "number", "outcome",
        "content", "record", "submission", "reason", "errors", "candidates" })
public record ImportRowView(
        @Schema(description = "its place in the file, without header and empty lines", minimum = "1") int number,
        @Schema(nullable = true, description = "null while it waits") RowOutcome outcome,
        @JsonRawValue @Schema(implementation = Object.class, description = "the row as it was sent: an object, unless that was its fault") String content,
        @Schema(nullable = true, description = "the policy record that it made, changed or found") UUID record,
        @Schema(nullable = true, description = "the submission that it became, or that says the same already") UUID submission,
        @Schema(nullable = true, description = "why it was not taken") String reason,
        List<FieldError> errors,
        @Schema(description = "counties that it may have meant") List<Candidate> candidates) {
}
