package atlas.scoring.simulation;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Status;

/** A county whose result would be another. */
@Schema(description = "A county whose result would be another.", requiredProperties = { "fips", "name", "state", "before",
        "after", "factors" })
public record SimulatedCounty(@Schema(pattern = "\\d{5}", examples = "48453") String fips,
        @Schema(examples = "Travis County") String name,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "TX") String state,
        SimulatedScore before,
        SimulatedScore after,
        @Schema(description = "the factors that would differ, in the rubric's order") List<SimulatedFactor> factors) {

    static SimulatedCounty of(County county, Scorecard before, Scorecard after) {
        List<SimulatedFactor> differing = IntStream.range(0, before.factors().size())
                .filter(i -> !before.factors().get(i).saysTheSameAs(after.factors().get(i)))
                .mapToObj(i -> SimulatedFactor.of(before.factors().get(i), after.factors().get(i))).toList();
        return new SimulatedCounty(county.fips(), county.registration().name(), county.state(), SimulatedScore.of(before),
                SimulatedScore.of(after), differing);
    }

    /** A county's score on one side of a simulation. */
    @Schema(name = "SimulatedScore", description = "A county's score on one side of a simulation.", requiredProperties = {
            "status", "score" })
    public record SimulatedScore(Status status,
            @Schema(description = "null without information", nullable = true, examples = "2") BigDecimal score) {

        static SimulatedScore of(Scorecard result) {
            return new SimulatedScore(result.status(), result.score());
        }
    }

    /** A factor that would differ. */
    @Schema(name = "SimulatedFactor", description = "A factor that would differ.", requiredProperties = { "factor", "before",
            "after" })
    public record SimulatedFactor(Factor factor, SimulatedResult before, SimulatedResult after) {

        static SimulatedFactor of(FactorResult before, FactorResult after) {
            return new SimulatedFactor(before.code(), SimulatedResult.of(before), SimulatedResult.of(after));
        }
    }

    /** A factor's result on one side of a simulation. */
    @Schema(name = "SimulatedResult", description = "A factor's result on one side of a simulation.", requiredProperties = {
            "protected", "basis", "preempted", "conflict" })
    public record SimulatedResult(@JsonProperty("protected") @Schema(name = "protected") boolean isProtected,
            @Schema(description = "what the result rests on") Basis basis,
            @Schema(description = "a state law in force denies localities the limit") boolean preempted,
            @Schema(description = "facts in force contradict each other") boolean conflict) {

        static SimulatedResult of(FactorResult result) {
            return new SimulatedResult(result.isProtected(), result.basis(), result.preempted(), result.conflict());
        }
    }
}
