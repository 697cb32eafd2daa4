package atlas.scoring.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The facts on one factor of a county, whichever decides first. */
public final class FactorFacts {

    static final FactorFacts NONE = new FactorFacts(List.of(), List.of());

    private final List<PolicyFact> policies;
    private final List<LawEffect> effects;
    private final Set<LocalDate> turningDays = new HashSet<>();

    FactorFacts(List<PolicyFact> policies, List<LawEffect> effects) {
        this.policies = policies;
        this.effects = effects;
        policies.forEach(this::addTurningDays);
        for (LawEffect effect : effects) {
            addTurningDays(effect.law());
            effect.law().law().courtHistory().stream().filter(entry -> entry.concerns(effect.factor()))
                    .forEach(entry -> turningDays.add(entry.date()));
        }
        turningDays.remove(null);
    }

    private void addTurningDays(Fact fact) {
        turningDays.add(fact.effectiveFrom());
        turningDays.add(fact.effectiveTo());
    }

    /** The county's records that are in force on a day. */
    public List<PolicyFact> policiesOn(LocalDate day) {
        return those(policies, policy -> policy.inEffectOn(day));
    }

    /** What laws in force on a day do. */
    public List<LawEffect> effectsOn(LocalDate day) {
        return those(effects, effect -> effect.inForceOn(day));
    }

    /** Whether anything begins, ends or is decided by a court on a day: between such days nothing changes. */
    public boolean turnsOn(LocalDate day) {
        return turningDays.contains(day);
    }

    Collection<LocalDate> turningDays() {
        return turningDays;
    }

    /** A plain loop: it is what computing a timeline spends its time on. */
    private static <T> List<T> those(List<T> facts, Predicate<T> inForce) {
        List<T> found = facts.isEmpty() ? List.of() : new ArrayList<>(facts.size());
        for (T fact : facts) {
            if (inForce.test(fact)) {
                found.add(fact);
            }
        }
        return found;
    }
}
