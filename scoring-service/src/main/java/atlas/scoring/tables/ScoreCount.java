package atlas.scoring.tables;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.Tier;
import atlas.scoring.tables.Tally.ScoreTally;

/** How many of the analyzed counties have a score. */
@Schema(description = "How many of the analyzed counties have a score.", requiredProperties = { "score", "tier", "counties",
        "share" })
public record ScoreCount(@Schema(examples = "7") BigDecimal score,
        @Schema(description = "neutral label of the score", examples = "All seven factors protected") String tier,
        @Schema(examples = "121") int counties,
        @Schema(description = "of the analyzed counties, to three digits; null when none is analyzed", nullable = true, examples = "0.041") Double share,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "with split=basis: the protected factors of these counties, by what they rest on; every basis, zeros too") List<ByBasis> byBasis) {

    static ScoreCount of(BigDecimal score, Tier tier, ScoreTally tally, int analyzed, boolean byBasis) {
        return new ScoreCount(score, tier.label(), tally.counties(), Share.of(tally.counties(), analyzed),
                byBasis ? Arrays.stream(Basis.values()).map(basis -> new ByBasis(basis, tally.protectedBy(basis))).toList()
                        : null);
    }

    /** How many protected factors the counties of a score have together on one basis. */
    @Schema(name = "ScoreCountByBasis", extensions = @Extension(name = "x-key", value = "basis"), description = "How many protected factors the counties of a score have together on one basis.", requiredProperties = {
            "basis", "protectedFactors" })
    public record ByBasis(Basis basis, int protectedFactors) {
    }
}
