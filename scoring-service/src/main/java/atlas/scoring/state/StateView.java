package atlas.scoring.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.scoring.county.Moment;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.Version;
import atlas.scoring.nation.County;
import atlas.scoring.nation.State;
import atlas.scoring.rubric.Scorecard;
import atlas.service.place.StateCode;

/** A state on a day: the laws in force, which way they point, and how its counties score. */
@Schema(name = "State", description = "A state on a day: the laws in force, which way they point, and how its counties score.", requiredProperties = {
        "code", "name", "asOf", "knownAt", "rubric", "class", "laws", "otherLaws", "counties", "analyzed",
        "scoreDistribution" })
public record StateView(
        @Schema(description = "postal code", pattern = "[A-Z]{2}", examples = "TX") String code,
        @Schema(examples = "Texas") String name,
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; null when there is none", nullable = true) Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        @JsonProperty("class") @Schema(name = "class", description = "which way its laws in force that bind counties point") StateClass stateClass,
        @Schema(description = "the laws behind the class, the latest to take effect first") List<LawInForce> laws,
        @Schema(description = "the other laws in force: they do not bind counties, or point neither way") List<LawInForce> otherLaws,
        @Schema(description = "how many counties it has", examples = "254") long counties,
        @Schema(description = "how many of them are analyzed", examples = "254") long analyzed,
        @Schema(description = "the analyzed counties by score, every score there can be") List<ScoreCount> scoreDistribution) {

    static StateView of(StateCode code, State state, List<County> counties, Moment moment) {
        List<LawFact> inForce = state.lawsKnownAt(moment.knownAt()).filter(law -> law.inForce(moment.asOf()))
                .sorted(Fact.PRECEDENCE).toList();
        List<LawFact> counting = inForce.stream().filter(StateClass::counts).toList();
        List<Scorecard> results = counties.stream().map(moment::result).toList();
        return new StateView(code.value(), code.stateName(), moment.asOf(), knownAt(state, counties, moment),
                moment.rubric().name(), StateClass.of(counting), counting.stream().map(LawInForce::of).toList(),
                inForce.stream().filter(law -> !StateClass.counts(law)).map(LawInForce::of).toList(), counties.size(),
                results.stream().filter(Scorecard::analyzed).count(), ScoreCount.distribution(moment.rubric(), results));
    }

    private static Instant knownAt(State state, List<County> counties, Moment moment) {
        if (moment.knownAt() != null) {
            return moment.knownAt();
        }
        return Stream.concat(counties.stream().map(county -> county.changedAt(null)),
                state.laws().versions().flatMap(List::stream).map(Version::recordedAt))
                .max(Instant::compareTo).orElse(null);
    }
}
