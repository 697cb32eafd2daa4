package atlas.scoring.state;

import java.util.ArrayList;
import java.util.List;

import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.State;

/**
 * The laws of a state that are in force at a moment, the latest to take effect first.
 *
 * @param counting those behind the state's class
 * @param others those that do not count toward it
 */
public record StateLaws(List<LawFact> counting, List<LawFact> others) {

    public static StateLaws of(State state, Moment moment, LawChoice choice) {
        List<LawFact> counting = new ArrayList<>();
        List<LawFact> others = new ArrayList<>();
        state.lawsKnownAt(moment.knownAt()).filter(law -> law.inForce(moment.asOf())).sorted(Fact.PRECEDENCE)
                .forEach(law -> (choice.counts(law) ? counting : others).add(law));
        return new StateLaws(counting, others);
    }

    public StateClass stateClass() {
        return StateClass.of(counting);
    }

    /** The laws behind the class, in short. */
    public List<LawInForce> behindClass() {
        return counting.stream().map(LawInForce::of).toList();
    }

    List<LawInForce> besides() {
        return others.stream().map(LawInForce::of).toList();
    }
}
