package atlas.scoring.rubric;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A range of scores, both ends included, with a neutral label beside the words that were published for it. */
@Schema(name = "RubricTier", description = "a range of scores and what it is called")
public record Tier(@Schema(examples = "3") BigDecimal minScore, @Schema(examples = "3") BigDecimal maxScore,
        @Schema(examples = "3 of 7 factors protected") String label,
        @Schema(nullable = true) PublishedWording publishedWording) {

    boolean holds(BigDecimal score) {
        return score.compareTo(minScore) >= 0 && score.compareTo(maxScore) <= 0;
    }
}
