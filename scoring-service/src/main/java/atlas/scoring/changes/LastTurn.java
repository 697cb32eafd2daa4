package atlas.scoring.changes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import atlas.events.EffectKind;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.rubric.Basis;
import atlas.scoring.rubric.FactorResult;

/**
 * The day on which a factor of a county turned, and what drove it: of the facts behind its result just before and just
 * after, those that came into force that day or went out of it.
 *
 * @param drivers laws and records, in the order of their ids
 */
record LastTurn(LocalDate on, CauseBasis basis, List<Fact> drivers) {

    /** @param day on which {@code after} follows {@code before}; the two differ in protection or strength */
    static LastTurn of(String county, LocalDate day, FactorResult before, FactorResult after) {
        Factor factor = after.code();
        List<? extends Fact> begun = behind(county, after).filter(fact -> !inForce(fact, factor, day.minusDays(1))).toList();
        List<? extends Fact> ended = behind(county, before).filter(fact -> !inForce(fact, factor, day)).toList();
        return new LastTurn(day, CauseBasis.of(begun.isEmpty() ? before.basis() : after.basis()),
                Stream.<Fact> concat(begun.stream(), ended.stream()).sorted(Comparator.comparing(fact -> fact.id().toString()))
                        .toList());
    }

    /**
     * What says the same as the result. A law that preempts, or a fact that is overruled, is listed there but decides nothing.
     */
    private static Stream<? extends Fact> behind(String county, FactorResult result) {
        if (result.basis() != Basis.STATE_LAW) {
            return result.records().stream();
        }
        EffectKind deciding = result.isProtected() ? EffectKind.REQUIRES : EffectKind.MANDATES;
        return result.laws().stream().filter(law -> law.law().effects().stream()
                .anyMatch(effect -> isOn(county, result.code(), effect) && effect.effect() == deciding));
    }

    private static boolean isOn(String county, Factor factor, RecordedLaw.Effect effect) {
        return effect.factor() == factor && effect.concerns(county);
    }

    private static boolean inForce(Fact fact, Factor factor, LocalDate day) {
        return fact instanceof LawFact law ? law.inForce(factor, day) : fact.inEffectOn(day);
    }
}
