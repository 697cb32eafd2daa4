package atlas.scoring.published;

import java.util.function.Predicate;

import atlas.scoring.facts.LawFact;
import atlas.service.place.StateCode;

/** Counts states by their laws. The District of Columbia is none. */
final class FiftyStates {

    static final String COUNTED = "of the fifty states, those with a law ";

    private static final String DISTRICT = "DC";
    private static final int STATES = 50;

    private FiftyStates() {
    }

    static Measured with(Predicate<LawFact> law, Snapshot snapshot) {
        return Measured.partOf(StateCode.all().stream().filter(code -> !code.equals(DISTRICT))
                .filter(code -> snapshot.nation().state(code).lawsKnownAt(snapshot.moment().knownAt()).anyMatch(law))
                .count(), STATES);
    }
}
