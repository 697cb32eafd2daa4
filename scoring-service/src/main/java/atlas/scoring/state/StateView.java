package atlas.scoring.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.tables.ScoreCount;
import atlas.scoring.tables.Tally;
import atlas.service.place.StateCode;

/** A state on a day: the laws in force, which way they point, and how its counties score. */
@Schema(name = "State", description = "A state on a day: the laws in force, which way they point, and how its counties score.", requiredProperties = {
        "code", "name", "asOf", "knownAt", "rubric", "class", "laws", "otherLaws", "counties", "analyzed",
        "scoreDistribution", "foreignBorn" })
public record StateView(
        @Schema(description = "postal code", pattern = "[A-Z]{2}", examples = "TX") String code,
        @Schema(examples = "Texas") String name,
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @JsonProperty("class") @Schema(name = "class", description = "which way its laws in force that bind counties point") StateClass stateClass,
        @Schema(description = "the laws behind the class, the latest to take effect first") List<LawInForce> laws,
        @Schema(description = "the other laws in force: they do not bind counties, or point neither way") List<LawInForce> otherLaws,
        @Schema(description = "how many counties it has", examples = "254") int counties,
        @Schema(description = "how many of them are analyzed", examples = "254") int analyzed,
        @Schema(description = "the analyzed counties by score, every score there can be") List<ScoreCount> scoreDistribution,
        ForeignBorn foreignBorn) {

    static StateView of(StateCode code, Nation nation, Moment moment, ForeignBorn foreignBorn) {
        StateLaws laws = StateLaws.of(nation.state(code.value()), moment, LawChoice.STANDARD);
        Tally tally = Tally.of(moment, nation.countiesOf(code.value()));
        return new StateView(code.value(), code.stateName(), moment.asOf(), moment.shownKnownAt(nation, code.value()),
                moment.rubric().name(), laws.stateClass(), laws.behindClass(), laws.besides(), tally.counties(),
                tally.analyzed(), tally.scores(false), foreignBorn);
    }
}
