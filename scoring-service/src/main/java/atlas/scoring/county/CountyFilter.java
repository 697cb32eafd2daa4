package atlas.scoring.county;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import atlas.events.Factor;
import atlas.scoring.county.CountyRow.Folded;
import atlas.scoring.moment.Moment;
import atlas.scoring.moment.Words;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Status;
import atlas.service.place.StateCode;
import atlas.service.time.KnownAt;

/**
 * Which counties a list shows; null and empty are everything. A filter by score or factor selects analyzed counties
 * only.
 */
record CountyFilter(Set<String> states, Status status, Scores scores, FactorFilter factor, String name, Instant changedSince) {

    private static final int LONGEST_NAME = 100;

    static CountyFilter of(CountyQuery query) {
        Set<String> states = query.states.stream().flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(code -> StateCode.fromString(code).value()).collect(Collectors.toSet());
        Words words = new Words();
        Scores scores = Scores.of(query, words);
        FactorFilter factor = FactorFilter.of(query, words);
        words.require(query.name == null || query.name.length() <= LONGEST_NAME, "q",
                "at most " + LONGEST_NAME + " characters");
        words.check();
        return new CountyFilter(states, query.status, scores, factor, query.name == null ? null : Folded.of(query.name),
                query.changedSince == null ? null : KnownAt.instant("changed_since", query.changedSince));
    }

    boolean shows(CountyRow row, Moment moment) {
        return (states.isEmpty() || states.contains(row.county().state()))
                && (status == null || row.result().status() == status)
                && (scores == null || row.result().analyzed() && scores.hold(row.result().score()))
                && (factor == null || row.result().analyzed() && factor.holds(row.result().factor(factor.code())))
                && (name == null || row.foldedName().contains(name))
                && (changedSince == null || !row.county().changedAt(moment.knownAt()).isBefore(changedSince));
    }

    /** A range of scores, both ends included. */
    record Scores(BigDecimal lowest, BigDecimal highest, BigDecimal exactly) {

        static Scores of(CountyQuery query, Words words) {
            Scores scores = new Scores(words.score("min_score", query.minScore), words.score("max_score", query.maxScore),
                    words.score("score", query.score));
            words.require(scores.lowest == null || scores.highest == null || scores.lowest.compareTo(scores.highest) <= 0,
                    "min_score", "must not be higher than max_score");
            return scores.equals(new Scores(null, null, null)) ? null : scores;
        }

        boolean hold(BigDecimal score) {
            return (lowest == null || score.compareTo(lowest) >= 0) && (highest == null || score.compareTo(highest) <= 0)
                    && (exactly == null || score.compareTo(exactly) == 0);
        }
    }

    /** A factor's result. */
    record FactorFilter(Factor code, Boolean isProtected, Basis basis) {

        static FactorFilter of(CountyQuery query, Words words) {
            Boolean isProtected = words.trueOrFalse("protected", query.isProtected);
            words.require(query.factor != null || query.isProtected == null, "protected", "only together with factor");
            words.require(query.factor != null || query.basis == null, "basis", "only together with factor");
            boolean alone = isProtected == null && query.basis == null;
            return query.factor == null ? null
                    : new FactorFilter(query.factor, alone ? Boolean.TRUE : isProtected, query.basis);
        }

        boolean holds(FactorResult result) {
            return (isProtected == null || result.isProtected() == isProtected) && (basis == null || result.basis() == basis);
        }
    }
}
