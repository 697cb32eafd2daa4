package atlas.scoring.rubric;

import java.util.List;
import java.util.Optional;

import atlas.events.Factor.Kind;
import atlas.events.Stance;
import atlas.scoring.facts.PolicyFact;

/** A contract factor is not protected while any contract with ICE is in force; else it is if the county said so. */
class ContractRule implements Rule {

    @Override
    public Optional<FactorResult> decide(FactorCase facts) {
        if (!facts.is(Kind.CONTRACT)) {
            return Optional.empty();
        }
        List<PolicyFact> contracts = facts.thatAre(Stance.ENTANGLED);
        if (!contracts.isEmpty()) {
            return Optional.of(FactorResult.byRecords(facts.factor(), false, Basis.CONTRACT, contracts));
        }
        List<PolicyFact> refusals = facts.thatAre(Stance.PROTECTIVE);
        return refusals.isEmpty() ? Optional.empty()
                : Optional.of(FactorResult.byRecords(facts.factor(), true, Basis.COUNTY_POLICY, refusals));
    }
}
