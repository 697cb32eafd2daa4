package atlas.service.record;

import atlas.events.Stance;
import atlas.events.Strength;
import atlas.service.problem.Violations;

/** How far a policy protects, as a writer states it: only a protective one has a strength, only a partial one exceptions. */
public record StatedStrength(Stance stance, Strength strength, String exceptions) {

    private static final int LONGEST_WORDS = 1_000;

    public void check(Violations violations) {
        violations.text(exceptions, LONGEST_WORDS, "/exceptions")
                .require(strength == null || stance == null || stance == Stance.PROTECTIVE, "/strength",
                        "must be absent unless the stance is PROTECTIVE")
                .require(exceptions == null || strength == Strength.PARTIAL, "/exceptions",
                        "must be absent unless the strength is PARTIAL");
    }
}
