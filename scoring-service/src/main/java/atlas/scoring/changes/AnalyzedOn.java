package atlas.scoring.changes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many counties are analyzed on the two days of a comparison. */
@Schema(name = "AnalyzedOnTwoDays", description = "How many counties are analyzed on the two days: on each, on either, on both.", requiredProperties = {
        "from", "to", "either", "both" })
public record AnalyzedOn(@Schema(examples = "640") int from, @Schema(examples = "749") int to,
        @Schema(examples = "750") int either, @Schema(examples = "639") int both) {
}
