package atlas.scoring.tables;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Scorer;

/**
 * Counts the results of counties: how many are analyzed, and how many of those protect each factor, have each score,
 * and on what basis. Not safe for several threads.
 */
public final class Tally {

    private static final Basis[] BASES = Basis.values();

    private final Scorer scorer;
    private final FactorTally[] factors;
    private final TreeMap<BigDecimal, ScoreTally> scores = new TreeMap<>(Comparator.reverseOrder());
    private int counties;
    private int analyzed;

    public Tally(Scorer scorer) {
        Rubric rubric = scorer.rubric();
        this.scorer = scorer;
        this.factors = Stream.generate(FactorTally::new).limit(rubric.factors().size()).toArray(FactorTally[]::new);
        scorer.tiers().keySet().forEach(score -> scores.put(score, new ScoreTally()));
    }

    /** The results of counties at a moment. */
    public static Tally of(Moment moment, Stream<County> counties) {
        Tally tally = new Tally(moment.scorer());
        counties.forEach(county -> tally.add(moment.result(county)));
        return tally;
    }

    public void add(Scorecard result) {
        count(result, 1);
    }

    /** Takes back what was added: the county has another result now. */
    public void remove(Scorecard result) {
        count(result, -1);
    }

    private void count(Scorecard result, int one) {
        counties += one;
        if (!result.analyzed()) {
            return;
        }
        analyzed += one;
        ScoreTally ofScore = scores.get(result.score());
        ofScore.counties += one;
        List<FactorResult> results = result.factors();
        for (int i = 0; i < factors.length; i++) {
            FactorResult factor = results.get(i);
            int basis = factor.basis().ordinal();
            if (factor.isProtected()) {
                factors[i].isProtected[basis] += one;
                ofScore.isProtected[basis] += one;
            } else {
                factors[i].notProtected[basis] += one;
            }
        }
    }

    /** All counties, with and without information. */
    public int counties() {
        return counties;
    }

    public int analyzed() {
        return analyzed;
    }

    /** The part of the counties that is analyzed; null of none. */
    public Double coverage() {
        return Share.of(analyzed, counties);
    }

    /** The report's first table, in the rubric's order of factors. */
    public List<PolicyTypeCount> policyTypes(boolean byBasis) {
        return Stream.iterate(0, i -> i < factors.length, i -> i + 1)
                .map(i -> PolicyTypeCount.of(scorer.rubric().factors().get(i), factors[i], analyzed, byBasis)).toList();
    }

    /** The report's second table: every score that there can be, zeros too, highest first. */
    public List<ScoreCount> scores(boolean byBasis) {
        return scores.entrySet().stream()
                .map(entry -> ScoreCount.of(entry.getKey(), scorer.tiers().get(entry.getKey()), entry.getValue(), analyzed,
                        byBasis))
                .toList();
    }

    /** How often a factor is protected and not, by the ordinal of the basis. */
    static final class FactorTally {

        private final int[] isProtected = new int[BASES.length];
        private final int[] notProtected = new int[BASES.length];

        int protectedBy(Basis basis) {
            return isProtected[basis.ordinal()];
        }

        int notProtectedBy(Basis basis) {
            return notProtected[basis.ordinal()];
        }
    }

    /** How many counties have a score, and how many protected factors they have together, by the ordinal of the basis. */
    static final class ScoreTally {

        private int counties;
        private final int[] isProtected = new int[BASES.length];

        int counties() {
            return counties;
        }

        int protectedBy(Basis basis) {
            return isProtected[basis.ordinal()];
        }
    }
}
