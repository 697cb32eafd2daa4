package atlas.scoring.changes;

import java.util.UUID;
import java.util.function.Predicate;

import atlas.events.Factor;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.moment.Words;

/** Which of the changed counties a list shows; null is everything. */
record ChangesFilter(PointsDirection direction, Boolean documented, ByFactor byFactor) {

    static ChangesFilter of(ChangedCountiesQuery query) {
        Words words = new Words();
        Boolean documented = words.trueOrFalse("documented", query.documented);
        words.check();
        return new ChangesFilter(query.direction, documented, new ByFactor(query.factor, query.change, query.basis,
                query.law == null ? null : query.law.value(), query.record == null ? null : query.record.value()));
    }

    boolean shows(Comparison county) {
        return (direction == null || (direction == PointsDirection.INCREASED ? county.increased() : county.decreased()))
                && (documented == null || county.documented() == documented)
                && county.factors().stream().anyMatch(byFactor::holds);
    }

    /** What one and the same change of a factor must be. */
    record ByFactor(Factor factor, Change change, CauseBasis basis, UUID law, UUID record) {

        boolean holds(FactorChange changed) {
            return (factor == null || changed.factor() == factor) && (change == null || changed.change() == change)
                    && (basis == null || changed.basis() == basis)
                    && (law == null || drove(changed, fact -> fact instanceof LawFact && fact.id().equals(law)))
                    && (record == null || drove(changed, fact -> fact instanceof PolicyFact && fact.id().equals(record)));
        }

        private static boolean drove(FactorChange changed, Predicate<Fact> fact) {
            return changed.turn().drivers().stream().anyMatch(fact);
        }
    }
}
