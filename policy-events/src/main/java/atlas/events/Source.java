package atlas.events;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Where a fact was read. Absent parts are not known. */
@Schema(description = "Where a fact was read. Absent parts are not known.", requiredProperties = { "title" })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        @Schema(examples = "Montgomery County Executive Order 135-19", maxLength = 300) String title,
        @Schema(description = "http or https address", examples = "https://example.org/order.pdf", maxLength = 2000) String url,
        @Schema(description = "an archived copy", maxLength = 2000) String archivedUrl,
        @Schema(description = "page or section", examples = "Local policy wins in the last three years", maxLength = 200) String page,
        @Schema(examples = "2019-12-17") LocalDate retrievedOn) {
}
