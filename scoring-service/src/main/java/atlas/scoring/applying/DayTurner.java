package atlas.scoring.applying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.ScoreChanged.Cause;
import atlas.events.outbox.Outbox.Keyed;
import atlas.scoring.facts.Fact;
import atlas.scoring.facts.LawFact;
import atlas.scoring.facts.PolicyFact;
import atlas.scoring.facts.Turn;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.timeline.Difference;
import atlas.scoring.timeline.Segment;

/**
 * Time passes without an event: what was recorded to begin or end on a day turns scores on that day. Finds the turns
 * of the days that have come.
 */
@ApplicationScoped
class DayTurner {

    private final ScoreChanges changes;

    DayTurner(ScoreChanges changes) {
        this.changes = changes;
    }

    /**
     * The turns of the days after the last that was turned, until today, day by day. Each goes on until further
     * notice.
     */
    List<Keyed> turns(Nation nation, LocalDate turned, LocalDate today) {
        List<Turned> found = new ArrayList<>();
        for (County county : nation.counties()) {
            Scorecard before = null;
            for (Segment segment : county.timeline().segments()) {
                LocalDate day = segment.from();
                if (day != null && day.isAfter(turned) && !day.isAfter(today) && !segment.result().saysTheSameAs(before)) {
                    found.add(new Turned(county, new Difference(day, null, day, before, segment.result())));
                }
                before = segment.result();
            }
        }
        found.sort(Comparator.comparing((Turned turn) -> turn.difference().from()).thenComparing(turn -> turn.county().fips()));
        return found.stream().map(turn -> changes.of(turn.difference(), turn.county(), cause(turn))).toList();
    }

    private static Cause cause(Turned turned) {
        List<Turn> turns = turned.county().turnsOn(turned.difference().from(), null);
        return new Cause(Cause.Kind.DAY_TURNED, null, ids(turns, PolicyFact.class), ids(turns, LawFact.class), null);
    }

    private static List<UUID> ids(List<Turn> turns, Class<? extends Fact> kind) {
        return turns.stream().map(Turn::fact).filter(kind::isInstance).map(Fact::id).distinct().toList();
    }

    private record Turned(County county, Difference difference) {
    }
}
