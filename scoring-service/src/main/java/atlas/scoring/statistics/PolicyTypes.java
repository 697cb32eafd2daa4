package atlas.scoring.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.tables.PolicyTypeCount;
import atlas.scoring.tables.Tally;

/** The report's first table: how many counties protect each factor. */
@Schema(description = "The report's first table: how many of the analyzed counties protect each factor.", requiredProperties = {
        "asOf", "knownAt", "rubric", "state", "counties", "analyzed", "coverage", "items" })
public record PolicyTypes(
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @Schema(description = "postal code; null for the nation", nullable = true, examples = "GA") String state,
        @Schema(description = "how many counties there are", examples = "3142") int counties,
        @Schema(description = "how many of them are analyzed", examples = "2960") int analyzed,
        @Schema(description = "the part of the counties that is analyzed, to three digits; null where there are none", nullable = true, examples = "0.942") Double coverage,
        @Schema(description = "in the rubric's order of factors") List<PolicyTypeCount> items) {

    static PolicyTypes of(Nation nation, Moment moment, TableQuery query) {
        String state = query.stateOrNull();
        Tally tally = Tally.of(moment, nation.countiesIn(state));
        return new PolicyTypes(moment.asOf(), moment.shownKnownAt(nation, state), moment.rubric().name(), state,
                tally.counties(), tally.analyzed(), tally.coverage(), tally.policyTypes(query.byBasis()));
    }
}
