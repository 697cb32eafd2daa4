package atlas.scoring.nextsteps;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import atlas.scoring.county.Found;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Status;

/** What would raise a county's score. */
@Schema(extensions = @Extension(name = "x-rows", value = "steps"), description = "What would raise a county's score.", requiredProperties = {
        "fips", "name", "state", "asOf", "knownAt",
        "rubric", "status", "score", "highestScore", "steps" })
public record NextSteps(
        @Schema(pattern = "\\d{5}", examples = "48201") String fips,
        @Schema(examples = "Harris County") String name,
        @Schema(description = "postal code of the state", pattern = "[A-Z]{2}", examples = "TX") String state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "the code asked for, where it is an older or newer one of this county", pattern = "\\d{5}") String requestedFips,
        @Schema(examples = "2019-12-17") LocalDate asOf,
        @Schema(description = "whose knowledge was used: the instant asked for, or else the newest recording that the answer rests on; what other counties did is part of it") Instant knownAt,
        @Schema(examples = "ilrc-2019") String rubric,
        Status status,
        @Schema(description = "null without information", nullable = true, examples = "2") BigDecimal score,
        @Schema(description = "the highest score that the rubric has", examples = "7") BigDecimal highestScore,
        @Schema(description = "one for each factor that would add to the score, in the rubric's order") List<NextStep> steps) {

    static NextSteps of(Found found, Nation nation, Moment moment) {
        County county = found.county();
        Scorecard result = moment.result(county);
        return new NextSteps(county.fips(), county.registration().name(), county.state(), found.requestedFips(), moment.asOf(),
                moment.shownKnownAt(nation, null), moment.rubric().name(), result.status(), result.score(),
                moment.rubric().highestScore(), StepFinder.of(county, nation, moment).steps());
    }
}
