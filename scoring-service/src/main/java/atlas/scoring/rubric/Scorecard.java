package atlas.scoring.rubric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import atlas.events.Factor;

/**
 * A county's result on a day.
 *
 * @param score null when there is no information; then the factors stand at what is assumed
 * @param factors in the rubric's order
 */
public record Scorecard(Status status, BigDecimal score, List<FactorResult> factors) {

    public Scorecard {
        factors = List.copyOf(factors);
    }

    public boolean analyzed() {
        return status == Status.ANALYZED;
    }

    /** How many of the factors rest on something that is on record. */
    public int documentedFactors() {
        return (int) factors.stream().filter(FactorResult::documented).count();
    }

    public FactorResult factor(Factor code) {
        return factors.stream().filter(factor -> factor.code() == code).findFirst().orElseThrow();
    }

    /** Whether both tell a reader the same, be it for other reasons. */
    public boolean saysTheSameAs(Scorecard other) {
        return status == other.status && Objects.equals(score, other.score)
                && IntStream.range(0, factors.size()).allMatch(i -> factors.get(i).saysTheSameAs(other.factors.get(i)));
    }
}
