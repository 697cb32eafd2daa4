package atlas.scoring.changes;

import atlas.events.Factor;
import atlas.scoring.rubric.FactorResult;

/**
 * How a factor of a county differs between two days, and why.
 *
 * @param turn the last between the two days, the one that led to {@code after}
 */
record FactorChange(Change change, FactorResult before, FactorResult after, LastTurn turn) {

    Factor factor() {
        return after.code();
    }

    CauseBasis basis() {
        return turn.basis();
    }
}
