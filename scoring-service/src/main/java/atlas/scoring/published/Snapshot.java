package atlas.scoring.published;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.tables.Tally;

/** What measures read: the nation at a moment. Keeps the results of each day that one of them asked for. For one thread. */
final class Snapshot {

    private final Nation nation;
    private final Moment moment;
    private final Map<LocalDate, List<Scorecard>> results = new HashMap<>();
    private final Tally tally;

    Snapshot(Nation nation, Moment moment) {
        this.nation = nation;
        this.moment = moment;
        this.tally = new Tally(moment.rubric());
        resultsOn(moment.asOf()).forEach(tally::add);
    }

    Nation nation() {
        return nation;
    }

    Moment moment() {
        return moment;
    }

    LocalDate day() {
        return moment.asOf();
    }

    /** The day's totals. */
    Tally tally() {
        return tally;
    }

    /** The results of all counties on a day, in FIPS order. */
    List<Scorecard> resultsOn(LocalDate day) {
        return results.computeIfAbsent(day,
                one -> nation.counties().stream().map(county -> moment.on(one).result(county)).toList());
    }
}
