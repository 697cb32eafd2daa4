package atlas.scoring.published;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import atlas.scoring.changes.ChangesTally;
import atlas.scoring.changes.Compared;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.state.ForeignBornCensus;
import atlas.scoring.tables.Tally;

/** What measures read: the nation at a moment. Keeps what several of them ask for. For one thread. */
final class Snapshot {

    private final Nation nation;
    private final Moment moment;
    private final ForeignBornCensus census;
    private final Map<LocalDate, ChangesTally> changes = new HashMap<>();
    private final Tally tally;

    Snapshot(Nation nation, Moment moment, ForeignBornCensus census) {
        this.nation = nation;
        this.moment = moment;
        this.census = census;
        this.tally = Tally.of(moment, nation.countiesIn(null));
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

    ForeignBornCensus census() {
        return census;
    }

    /** What changed in the nation from an earlier day. */
    ChangesTally changesSince(LocalDate since) {
        return changes.computeIfAbsent(since, from -> new Compared(nation, moment.on(from), moment, null).tally());
    }
}
