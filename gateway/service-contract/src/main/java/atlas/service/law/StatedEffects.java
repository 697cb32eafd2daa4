package atlas.service.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import atlas.events.Direction;
import atlas.events.Factor;
import atlas.events.RecordedLaw;
import atlas.service.problem.Violations;

/** All that a law is said to do: at most one effect per factor and county. */
public record StatedEffects(List<StatedEffect> effects) {

    private static final int MOST = 50;

    /**
     * Checks the list, which stands under "/effects".
     *
     * @param direction the law's; null when it is missing
     * @param statePrefix the two digits that the codes of the state's counties begin with; null when they are not known
     */
    public void check(Direction direction, String statePrefix, Violations violations) {
        violations.require(effects.size() <= MOST, "/effects", "must not be more than " + MOST);
        for (int i = 0; i < Math.min(effects.size(), MOST); i++) {
            StatedEffect effect = effects.get(i);
            String at = "/effects/" + i;
            if (effect == null) {
                violations.require(false, at, "must be an object");
            } else {
                effect.check(at, direction, statePrefix, violations);
                violations.require(
                        effects.subList(0, i).stream().noneMatch(before -> before != null && before.overlaps(effect)),
                        at + "/factor", "has an effect for the same counties before: one per factor and county");
            }
        }
    }

    /** The factors that the law has an effect on. */
    public Set<Factor> factors() {
        Set<Factor> factors = EnumSet.noneOf(Factor.class);
        effects.stream().filter(effect -> effect != null && effect.factor() != null).map(StatedEffect::factor)
                .forEach(factors::add);
        return factors;
    }

    public List<RecordedLaw.Effect> recorded() {
        return effects.stream().map(StatedEffect::recorded).toList();
    }
}
