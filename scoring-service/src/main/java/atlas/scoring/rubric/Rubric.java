package atlas.scoring.rubric;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import atlas.events.Factor;
import atlas.events.Source;

/**
 * How scores are made: an ordered list of rules that decide each factor, the points of each factor, and the tiers
 * that group scores. A rubric is data; this class refuses one that could not score every county.
 */
@Schema(description = "How scores are made: ordered rules that decide each factor, the points of each, and the tiers of scores.")
public record Rubric(
        @Schema(examples = "ilrc-2019") String name,
        @Schema(examples = "1") int version,
        String title,
        String description,
        Source source,
        @Schema(description = "asked in this order; the first that decides a factor settles it") List<RuleStep> rules,
        List<FactorPoints> factors,
        List<Tier> tiers) {

    public Rubric {
        rules = List.copyOf(rules);
        factors = List.copyOf(factors);
        tiers = List.copyOf(tiers);
        requireEveryFactorOnce(factors);
        requireOneTierForEveryScore(factors, tiers);
    }

    /** The points that results make together, in the order of the factors; also of a county without information. */
    public BigDecimal pointsOf(List<FactorResult> results) {
        BigDecimal points = BigDecimal.ZERO;
        for (int i = 0; i < results.size(); i++) {
            points = points.add(factors.get(i).pointsOf(results.get(i)));
        }
        return plain(points);
    }

    /** The points of a county; without information those of what is assumed. */
    public BigDecimal pointsOf(Scorecard result) {
        return result.analyzed() ? result.score() : pointsOf(result.factors());
    }

    /** The points that results would make together if more were added to one of them; also of a county without information. */
    public BigDecimal pointsOf(List<FactorResult> results, BigDecimal more) {
        return plain(pointsOf(results).add(more));
    }

    /** What a factor asks, and its points. */
    public FactorPoints factor(Factor code) {
        return factors.stream().filter(factor -> factor.code() == code).findFirst().orElseThrow();
    }

    /** The tier that a score belongs to. */
    public Tier tierOf(BigDecimal score) {
        return tierOf(score, tiers);
    }

    /** Every score that a county can have, lowest first. */
    public Set<BigDecimal> attainableScores() {
        return attainable(factors);
    }

    /** The highest score that a county can have. */
    public BigDecimal highestScore() {
        return Collections.max(attainableScores());
    }

    /** So that 5.0 reads, compares and is written as 5. */
    static BigDecimal plain(BigDecimal score) {
        BigDecimal stripped = score.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Tier tierOf(BigDecimal score, List<Tier> tiers) {
        List<Tier> holding = tiers.stream().filter(tier -> tier.holds(score)).toList();
        if (holding.size() != 1) {
            throw new IllegalArgumentException(
                    "a score must belong to one tier, but " + score + " belongs to " + holding.size());
        }
        return holding.get(0);
    }

    private static void requireEveryFactorOnce(List<FactorPoints> factors) {
        Set<Factor> named = factors.stream().map(FactorPoints::code).collect(Collectors.toSet());
        if (factors.size() != Factor.values().length || !named.containsAll(Arrays.asList(Factor.values()))) {
            throw new IllegalArgumentException("a rubric must name every factor once");
        }
    }

    private static void requireOneTierForEveryScore(List<FactorPoints> factors, List<Tier> tiers) {
        attainable(factors).forEach(score -> tierOf(score, tiers));
    }

    private static Set<BigDecimal> attainable(List<FactorPoints> factors) {
        Set<BigDecimal> sums = new TreeSet<>(Set.of(BigDecimal.ZERO));
        for (FactorPoints factor : factors) {
            Set<BigDecimal> more = new TreeSet<>(sums);
            sums.forEach(sum -> more.addAll(List.of(plain(sum.add(factor.full())), plain(sum.add(factor.partial())))));
            sums = more;
        }
        return sums;
    }
}
