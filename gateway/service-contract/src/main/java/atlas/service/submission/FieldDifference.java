package atlas.service.submission;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A field that a submission would change. */
@Schema(description = "A field that a submission would change.", requiredProperties = { "field", "before", "after" })
public record FieldDifference(
        @Schema(examples = "effectiveTo") String field,
        @Schema(implementation = Object.class, description = "as the record says it now; null when it says nothing", nullable = true) JsonNode before,
        @Schema(implementation = Object.class, description = "as it would say it", nullable = true) JsonNode after) {
}
