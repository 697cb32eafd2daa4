package atlas.scoring.changes;

import java.util.stream.Stream;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.service.place.StateCode;
import atlas.service.problem.ProblemException;

/**
 * The counties of the nation, or of a state, on two days.
 *
 * @param from the earlier moment; the two differ in nothing but the day
 * @param state null for the nation
 */
public record Compared(Nation nation, Moment from, Moment to, String state) {

    /** @throws ProblemException if the first day is missing or comes after the second */
    static Compared of(Nation nation, ChangesQuery query, Moment to) {
        if (query.from == null) {
            throw ProblemException.invalid("from", "required: the earlier of two days, for example 2017-01-20");
        }
        if (query.from.value().isAfter(to.asOf())) {
            throw ProblemException.invalid("from", "must not be after to, which is " + to.asOf());
        }
        StateCode state = query.state;
        return new Compared(nation, to.on(query.from.value()), to, state == null ? null : state.value());
    }

    /** What changed, counted. */
    public ChangesTally tally() {
        return ChangesTally.of(counties());
    }

    /** Every county, changed or not, in FIPS order. */
    Stream<Comparison> counties() {
        Days days = new Days(from.asOf(), to.asOf(), to.rubric());
        return nation.countiesIn(state)
                .map(county -> Comparison.of(county.fips(), to.timelineSince(days.from(), county), days));
    }
}
