package atlas.scoring.changes;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.scoring.rubric.FactorPoints;
import atlas.scoring.rubric.FactorResult;

/** How a factor's result on a later day differs from that on an earlier one. */
@Schema(name = "FactorChange", description = "How a factor's result on the later day differs. STRENGTHENED, WEAKENED: protected on both days, for more or fewer points, where the rubric weighs strength.")
public enum Change {
    GAINED,
    LOST,
    STRENGTHENED,
    WEAKENED;

    /** Empty when neither protection nor points differ. */
    static Optional<Change> between(FactorPoints factor, FactorResult before, FactorResult after) {
        if (before.isProtected() != after.isProtected()) {
            return Optional.of(after.isProtected() ? GAINED : LOST);
        }
        if (!after.isProtected() || after.strength() == before.strength()) {
            return Optional.empty();
        }
        BigDecimal more = factor.pointsOf(after).subtract(factor.pointsOf(before));
        if (more.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(more.signum() > 0 ? STRENGTHENED : WEAKENED);
    }
}
