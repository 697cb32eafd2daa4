package atlas.scoring.rubric;

import java.util.List;
import java.util.Optional;

import atlas.events.EffectKind;
import atlas.events.Factor.Kind;
import atlas.events.Stance;
import atlas.events.Strength;
import atlas.scoring.facts.LawEffect;
import atlas.scoring.facts.PolicyFact;

/**
 * State law in force decides: what it requires is protected, what it mandates is not. Of laws that contradict each
 * other the one that took effect later wins. A mandate leaves contract factors alone, since there the contract itself
 * is the fact; a contract on record against a requirement is a conflict that the requirement wins.
 */
class StateLawRule implements Rule {

    @Override
    public Optional<FactorResult> decide(FactorCase facts) {
        List<LawEffect> deciding = facts.effects().stream()
                .filter(effect -> effect.kind() == EffectKind.REQUIRES
                        || effect.kind() == EffectKind.MANDATES && facts.is(Kind.RESTRICTION))
                .toList();
        if (deciding.isEmpty()) {
            return Optional.empty();
        }
        EffectKind winner = deciding.get(0).kind();
        boolean isProtected = winner == EffectKind.REQUIRES;
        FactorResult result = FactorResult.byLaw(facts.factor(), isProtected, isProtected ? strongest(deciding) : null,
                deciding);
        if (deciding.stream().anyMatch(effect -> effect.kind() != winner)) {
            return Optional.of(result.inConflict());
        }
        List<PolicyFact> contracts = facts.is(Kind.CONTRACT) ? facts.thatAre(Stance.ENTANGLED) : List.of();
        return Optional.of(contracts.isEmpty() ? result : result.contradictedBy(contracts));
    }

    /** Requirements add up: what one of them protects in full is protected in full. */
    private static Strength strongest(List<LawEffect> effects) {
        List<LawEffect> requiring = effects.stream().filter(effect -> effect.kind() == EffectKind.REQUIRES).toList();
        return requiring.stream().anyMatch(effect -> effect.strength() == Strength.FULL) ? Strength.FULL
                : requiring.get(0).strength();
    }
}
