package atlas.scoring.rubric;

import java.util.List;
import java.util.stream.Stream;

import atlas.events.Factor;
import atlas.events.Strength;
import atlas.scoring.facts.LawEffect;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;

/**
 * Whether a county protects a factor on a day, and what says so.
 *
 * @param preempted a state law in force denies localities the limit; the result stands all the same
 * @param conflict facts in force contradict each other; both sides are listed
 * @param strength of the protection, where it is known
 * @param records the records behind the result
 * @param laws the laws behind the result, and those that preempt
 */
public record FactorResult(Factor code, boolean isProtected, Basis basis, boolean preempted, boolean conflict,
        Strength strength, List<PolicyFact> records, List<LawFact> laws) {

    static FactorResult byLaw(Factor code, boolean isProtected, Strength strength, List<LawEffect> behind) {
        return new FactorResult(code, isProtected, Basis.STATE_LAW, false, false, strength, List.of(), laws(behind));
    }

    static FactorResult byRecords(Factor code, boolean isProtected, Basis basis, List<PolicyFact> records) {
        return new FactorResult(code, isProtected, basis, false, false,
                isProtected ? records.get(0).policy().strength() : null, records, List.of());
    }

    static FactorResult assumed(Factor code, boolean isProtected) {
        return new FactorResult(code, isProtected, Basis.ASSUMED, false, false, null, List.of(), List.of());
    }

    FactorResult contradictedBy(List<PolicyFact> contracts) {
        return new FactorResult(code, isProtected, basis, preempted, true, strength, contracts, laws);
    }

    FactorResult inConflict() {
        return new FactorResult(code, isProtected, basis, preempted, true, strength, records, laws);
    }

    FactorResult preemptedBy(List<LawEffect> preempting) {
        return new FactorResult(code, isProtected, basis, true, conflict, strength, records,
                Stream.concat(laws.stream(), laws(preempting).stream()).distinct().toList());
    }

    /** Whether something on record stands behind the result. */
    public boolean documented() {
        return basis != Basis.ASSUMED;
    }

    /** Whether both tell a reader the same, be it for other reasons. */
    public boolean saysTheSameAs(FactorResult other) {
        return isProtected == other.isProtected && basis == other.basis && preempted == other.preempted
                && conflict == other.conflict;
    }

    private static List<LawFact> laws(List<LawEffect> effects) {
        return effects.stream().map(LawEffect::law).toList();
    }
}
