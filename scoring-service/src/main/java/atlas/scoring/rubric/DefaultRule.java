package atlas.scoring.rubric;

import java.util.Optional;

import atlas.events.Factor.Kind;

/** With nothing on record, a county is assumed to have neither a contract with ICE nor a restriction of its own. */
class DefaultRule implements Rule {

    @Override
    public Optional<FactorResult> decide(FactorCase facts) {
        return Optional.of(FactorResult.assumed(facts.factor(), facts.is(Kind.CONTRACT)));
    }
}
