package atlas.service.submission;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A submission, and what it would change. */
@Schema(description = "A submission, and what it would change.", requiredProperties = "difference")
public record SubmissionDetail(@JsonUnwrapped SubmissionView submission,
        @Schema(description = "field by field, against the record as it is now") List<FieldDifference> difference) {
}
