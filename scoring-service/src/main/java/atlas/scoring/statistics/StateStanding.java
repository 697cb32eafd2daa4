package atlas.scoring.statistics;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.scoring.state.ForeignBorn;
import atlas.scoring.state.LawInForce;
import atlas.scoring.state.StateClass;
import atlas.scoring.state.StateLaws;
import atlas.scoring.tables.ScoreCount;
import atlas.scoring.tables.Tally;
import atlas.service.place.StateCode;

/** Which way a state's laws point, how its counties score, and how many immigrants live there. */
@Schema(description = "Which way a state's laws point, how its counties score, and how many immigrants live there.", requiredProperties = {
        "code", "name", "class", "laws", "foreignBorn", "counties", "analyzed", "coverage", "scoreDistribution" })
public record StateStanding(
        @Schema(description = "postal code", pattern = "[A-Z]{2}", examples = "TX") String code,
        @Schema(examples = "Texas") String name,
        @JsonProperty("class") @Schema(name = "class", description = "which way the laws point that count") StateClass stateClass,
        @Schema(description = "the laws behind the class, the latest to take effect first") List<LawInForce> laws,
        ForeignBorn foreignBorn,
        @Schema(description = "how many counties it has", examples = "254") int counties,
        @Schema(description = "how many of them are analyzed", examples = "254") int analyzed,
        @Schema(description = "the part of the counties that is analyzed, to three digits; null where there are none", nullable = true, examples = "1.0") Double coverage,
        @Schema(description = "the analyzed counties by score, every score there can be") List<ScoreCount> scoreDistribution) {

    static StateStanding of(StateCode code, StateLaws laws, Tally tally, ForeignBorn foreignBorn) {
        return new StateStanding(code.value(), code.stateName(), laws.stateClass(), laws.behindClass(), foreignBorn,
                tally.counties(), tally.analyzed(), tally.coverage(), tally.scores(false));
    }
}
