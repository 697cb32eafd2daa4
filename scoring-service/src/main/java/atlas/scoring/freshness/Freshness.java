package atlas.scoring.freshness;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When each part was last updated. */
@Schema(description = "When each part was last updated.", requiredProperties = { "counties", "policies", "laws", "scores",
        "asOf" })
public record Freshness(
        @Schema(description = "the registry of counties") Part counties,
        @Schema(description = "policy records, those taken back left out") Part policies,
        @Schema(description = "state laws, those taken back left out") Part laws,
        @Schema(description = "counties analyzed on the day; a score last changed then") Part scores,
        @Schema(description = "the day that scores stand for: days turn in the time zone of Washington unless configured") LocalDate asOf) {

    /** How much a part holds and when it last changed. */
    @Schema(name = "FreshnessOfPart", description = "How much a part holds, and when it last changed.", requiredProperties = {
            "count", "recordedAt" })
    public record Part(@Schema(examples = "3142") long count,
            @Schema(description = "the newest recording that has been applied; null before the first", nullable = true) Instant recordedAt) {
    }
}
