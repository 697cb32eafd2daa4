package atlas.scoring.applying;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.ScoreChanged;
import atlas.events.ScoreChanged.FactorStanding;
import atlas.events.ScoreChanged.Standing;
import atlas.events.outbox.Outbox.Keyed;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Scorecard;

/** Finds, after a rebuild, the counties that stand otherwise than was told of them last: what was lost before it was told. */
@ApplicationScoped
class MissedChanges {

    private final ScoreChanges changes;

    MissedChanges(ScoreChanges changes) {
        this.changes = changes;
    }

    /**
     * One change for each county that stands otherwise on a day. Of a county that nothing was told of, nobody knows anything.
     */
    List<Keyed> of(Nation nation, PublishedScores.Told told, LocalDate day) {
        List<Keyed> missed = new ArrayList<>();
        for (County county : nation.counties()) {
            ScoreChanged last = told.lastOfPresent().get(county.fips());
            Scorecard now = county.timeline().on(day);
            Standing before = last == null ? ScoreChanges.standing(withoutFacts(nation, county, day)) : last.after();
            boolean sameRubric = last == null || last.rubric().equals(county.rubric().name());
            if (!sameRubric || !saysTheSame(before, ScoreChanges.standing(now))) {
                missed.add(changes.found(county, day, before));
            }
        }
        return missed;
    }

    private static Scorecard withoutFacts(Nation nation, County county, LocalDate day) {
        return nation.scorer().score(CountyFacts.of(county.fips(), Stream.empty(), Stream.empty()), day);
    }

    private static boolean saysTheSame(Standing one, Standing other) {
        boolean sameScore = one.score() == null ? other.score() == null
                : other.score() != null && one.score().compareTo(other.score()) == 0;
        return sameScore && one.status().equals(other.status()) && one.factors().size() == other.factors().size()
                && IntStream.range(0, one.factors().size())
                        .allMatch(i -> saysTheSame(one.factors().get(i), other.factors().get(i)));
    }

    private static boolean saysTheSame(FactorStanding one, FactorStanding other) {
        return one.code() == other.code() && one.isProtected() == other.isProtected() && one.basis().equals(other.basis())
                && one.preempted() == other.preempted() && one.conflict() == other.conflict();
    }
}
