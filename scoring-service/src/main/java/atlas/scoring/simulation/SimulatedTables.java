package atlas.scoring.simulation;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.tables.PolicyTypeCount;
import atlas.scoring.tables.ScoreCount;
import atlas.scoring.tables.Tally;

/** Totals and the two tables, on one side of a simulation. */
@Schema(description = "Totals and the two tables, on one side of a simulation.", requiredProperties = { "counties", "analyzed",
        "coverage", "policyTypes", "scoreDistribution" })
public record SimulatedTables(@Schema(examples = "3142") int counties,
        @Schema(description = "how many of them are analyzed", examples = "2960") int analyzed,
        @Schema(description = "the part that is analyzed; null of none", nullable = true, examples = "0.942") Double coverage,
        @Schema(description = "how many of the analyzed counties protect each factor") List<PolicyTypeCount> policyTypes,
        @Schema(description = "how many of the analyzed counties have each score, zeros too, highest first") List<ScoreCount> scoreDistribution) {

    static SimulatedTables of(Tally tally) {
        return new SimulatedTables(tally.counties(), tally.analyzed(), tally.coverage(), tally.policyTypes(false),
                tally.scores(false));
    }
}
