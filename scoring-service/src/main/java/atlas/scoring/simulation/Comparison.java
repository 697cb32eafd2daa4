package atlas.scoring.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Scorer;
import atlas.scoring.tables.Tally;

/** The results of counties on record and under a hypothesis. */
final class Comparison {

    private final Rubric rubric;
    private final Tally before;
    private final Tally after;
    private final List<SimulatedCounty> changed = new ArrayList<>();
    private int increased;
    private int decreased;

    private Comparison(Scorer scorer) {
        this.rubric = scorer.rubric();
        this.before = new Tally(scorer);
        this.after = new Tally(scorer);
    }

    /** Only counties that the hypothesis touches are judged again; the others count as they are. */
    static Comparison of(Hypothesis hypothesis, Stream<County> counties) {
        Moment moment = hypothesis.onRecord().moment();
        Comparison comparison = new Comparison(moment.scorer());
        counties.forEach(county -> {
            Scorecard known = moment.result(county);
            comparison.add(county, known, hypothesis.touches(county) ? hypothesis.result(county) : known);
        });
        return comparison;
    }

    private void add(County county, Scorecard known, Scorecard supposed) {
        before.add(known);
        after.add(supposed);
        if (known == supposed || known.saysTheSameAs(supposed)) {
            return;
        }
        changed.add(SimulatedCounty.of(county, known, supposed));
        int rise = rubric.pointsOf(supposed).compareTo(rubric.pointsOf(known));
        if (rise > 0) {
            increased++;
        } else if (rise < 0) {
            decreased++;
        }
    }

    /** In the order in which the counties came. */
    List<SimulatedCounty> changed() {
        return changed;
    }

    int increased() {
        return increased;
    }

    int decreased() {
        return decreased;
    }

    Tally before() {
        return before;
    }

    Tally after() {
        return after;
    }
}
