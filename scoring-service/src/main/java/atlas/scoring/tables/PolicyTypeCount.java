package atlas.scoring.tables;

import java.util.Arrays;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorPoints;
import atlas.scoring.tables.Tally.FactorTally;

/** How many of the analyzed counties protect a factor. */
@Schema(description = "How many of the analyzed counties protect a factor.", requiredProperties = { "factor", "title",
        "protected", "share" })
public record PolicyTypeCount(Factor factor,
        @Schema(description = "what a county that protects it does", examples = "Limits or refuses ICE holds") String title,
        @JsonProperty("protected") @Schema(name = "protected", examples = "715") int isProtected,
        @Schema(description = "of the analyzed counties, to three digits; null when none is analyzed", nullable = true, examples = "0.242") Double share,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "with split=basis: every basis, zeros too") List<ByBasis> byBasis) {

    static PolicyTypeCount of(FactorPoints factor, FactorTally tally, int analyzed, boolean byBasis) {
        List<ByBasis> split = Arrays.stream(Basis.values())
                .map(basis -> new ByBasis(basis, tally.protectedBy(basis), tally.notProtectedBy(basis))).toList();
        int isProtected = split.stream().mapToInt(ByBasis::isProtected).sum();
        return new PolicyTypeCount(factor.code(), factor.title(), isProtected, Share.of(isProtected, analyzed),
                byBasis ? split : null);
    }

    /** How many of the analyzed counties protect a factor, and do not, on one basis. */
    @Schema(name = "PolicyTypeCountByBasis", extensions = @Extension(name = "x-key", value = "basis"), description = "Analyzed counties by what their result on the factor rests on.", requiredProperties = {
            "basis", "protected", "notProtected" })
    public record ByBasis(Basis basis, @JsonProperty("protected") @Schema(name = "protected") int isProtected,
            int notProtected) {
    }
}
