package atlas.scoring.rubric;

import java.time.LocalDate;
import java.util.List;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.Factor.Kind;
import atlas.events.Stance;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.LawEffect;
import atlas.scoring.facts.PolicyFact;

/**
 * What a rule has before it: a factor, and the county's records and the effects of state laws on it that are in force
 * on one day, whichever decides first.
 */
public record FactorCase(Factor factor, List<PolicyFact> policies, List<LawEffect> effects) {

    static FactorCase of(Factor factor, CountyFacts facts, LocalDate day) {
        return new FactorCase(factor, facts.on(factor).policiesOn(day), facts.on(factor).effectsOn(day));
    }

    boolean is(Kind kind) {
        return factor.kind() == kind;
    }

    List<LawEffect> thatDo(EffectKind kind) {
        return effects.stream().filter(effect -> effect.kind() == kind).toList();
    }

    List<PolicyFact> thatAre(Stance stance) {
        return policies.stream().filter(policy -> policy.stance() == stance).toList();
    }
}
