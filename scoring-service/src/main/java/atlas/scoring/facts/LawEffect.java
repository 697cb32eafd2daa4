package atlas.scoring.facts;

import java.time.LocalDate;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.events.Strength;

/** What a state law does to one factor of a county. */
public record LawEffect(LawFact law, RecordedLaw.Effect effect) {

    public Factor factor() {
        return effect.factor();
    }

    public EffectKind kind() {
        return effect.effect();
    }

    public Strength strength() {
        return effect.strength();
    }

    boolean inForceOn(LocalDate day) {
        return law.inForce(factor(), day);
    }
}
