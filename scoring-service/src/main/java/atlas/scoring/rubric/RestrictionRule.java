package atlas.scoring.rubric;

import java.util.List;
import java.util.Optional;

import atlas.events.Factor.Kind;
import atlas.events.Stance;

/** The county's record that decides first speaks for a restriction factor; only a protective one protects. */
class RestrictionRule implements Rule {

    @Override
    public Optional<FactorResult> decide(FactorCase facts) {
        if (!facts.is(Kind.RESTRICTION)) {
            return Optional.empty();
        }
        return facts.policies().stream().findFirst().map(policy -> FactorResult.byRecords(facts.factor(),
                policy.stance() == Stance.PROTECTIVE, Basis.COUNTY_POLICY, List.of(policy)));
    }
}
