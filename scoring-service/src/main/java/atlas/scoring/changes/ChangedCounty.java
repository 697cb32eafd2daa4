package atlas.scoring.changes;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.CountyRegistered;
import atlas.scoring.rubric.Status;

/** A county that changed between two days: its results on both, and each factor that changed. */
@Schema(name = "ChangedCounty", extensions = @Extension(name = "x-shape", value = "fips"), description = "A county that changed between two days: its results on both, and each factor that changed, whatever the list was filtered by.", requiredProperties = {
        "fips", "name", "state", "documented", "before", "after", "factors" })
public record ChangedCounty(
        @Schema(description = "five-digit FIPS code", pattern = "\\d{5}", examples = "24031") String fips,
        @Schema(description = "full legal name", examples = "Montgomery County") String name,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "MD") String state,
        @Schema(description = "analyzed on both days; else one day's result is assumed") boolean documented,
        @Schema(description = "on the earlier day") Standing before,
        @Schema(description = "on the later day") Standing after,
        @Schema(description = "the factors that changed, in the rubric's order") List<ChangedFactor> factors) {

    static ChangedCounty of(Comparison county, CountyRegistered entry) {
        return new ChangedCounty(entry.fips(), entry.name(), entry.state(), county.documented(), Standing.of(county.before()),
                Standing.of(county.after()), county.factors().stream().map(ChangedFactor::of).toList());
    }

    /** What a county's result comes to on one of the days. */
    @Schema(name = "ChangedCountyStanding", description = "What a county's result comes to on one of the days.", requiredProperties = {
            "status", "score", "points" })
    public record Standing(Status status,
            @Schema(description = "null without information", nullable = true, examples = "5") BigDecimal score,
            @Schema(description = "the score, or without information the points of what is assumed: what is compared", examples = "5") BigDecimal points) {

        static Standing of(Comparison.Standing standing) {
            return new Standing(standing.result().status(), standing.result().score(), standing.points());
        }
    }
}
