package atlas.scoring.rubric;

import java.math.BigDecimal;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonProperty;

import atlas.events.Factor;
import atlas.events.Strength;

/** What a factor asks, and what its protection adds to a score: in full, or with exceptions. */
@Schema(name = "RubricFactor", description = "what a factor gives toward the score")
public record FactorPoints(Factor code,
        @Schema(description = "what a county that protects it does", examples = "Limits or refuses ICE holds") String title,
        @Schema(description = "points for a protection in full, or of unknown strength", examples = "1") BigDecimal full,
        @Schema(description = "points for a protection with exceptions", examples = "1") BigDecimal partial) {

    public FactorPoints {
        Objects.requireNonNull(code, "a factor of a rubric needs its code");
        Objects.requireNonNull(full, "a factor of a rubric needs its points");
        Objects.requireNonNull(partial, "a factor of a rubric needs its points for partial protection");
    }

    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Schema(description = "CONTRACT: asks for the absence of a contract with ICE; RESTRICTION: for a limit that the county or state law sets", enumeration = {
            "CONTRACT", "RESTRICTION" })
    public String kind() {
        return code.kind().name();
    }

    /** What a result adds to the score. */
    public BigDecimal pointsOf(FactorResult result) {
        if (!result.isProtected()) {
            return BigDecimal.ZERO;
        }
        return result.strength() == Strength.PARTIAL ? partial : full;
    }

    /** What a protection in full would add to the score beyond what a result adds. */
    public BigDecimal missing(FactorResult result) {
        return Rubric.plain(full.subtract(pointsOf(result)));
    }
}
