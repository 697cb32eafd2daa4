package atlas.scoring.nextsteps;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.scoring.rubric.Basis;

/** A factor that would add to a county's score. */
@Schema(description = "A factor that would add to the county's score if it were protected in full. For a contract factor the step is to end the contracts under records.", requiredProperties = {
        "factor", "title", "adds", "scoreAfter", "protected", "basis", "open", "closedBy", "records", "similarCounties" })
public record NextStep(Factor factor,
        @Schema(description = "what a county that protects it does", examples = "Refuses or restricts holding people on ICE detainers") String title,
        @Schema(description = "points that it would add", examples = "1") BigDecimal adds,
        @Schema(description = "the score with this step alone; of a county without information, from what the rubric assumes of it", examples = "3") BigDecimal scoreAfter,
        @JsonProperty("protected") @Schema(name = "protected", description = "true when it is protected in part, and the rubric weighs that") boolean isProtected,
        @Schema(description = "what the present result rests on") Basis basis,
        @Schema(description = "whether a policy of the county's own would do it, as far as state law goes") boolean open,
        @Schema(description = "the laws in force that close it") List<ClosingLaw> closedBy,
        @Schema(description = "the policy records behind the present result: for a contract factor, the contracts") List<StepRecord> records,
        SimilarCounties similarCounties) {
}
