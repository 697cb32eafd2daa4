package atlas.scoring.simulation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.scoring.moment.Moment;
import atlas.scoring.moment.Moments;
import atlas.scoring.nation.CurrentNation;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.Rubrics;
import atlas.service.time.AsOf;
import atlas.service.time.KnownAt;

/** Supposes what a body names, and compares. */
@ApplicationScoped
class Simulator {

    private final CurrentNation current;
    private final Moments moments;
    private final Rubrics rubrics;

    Simulator(CurrentNation current, Moments moments, Rubrics rubrics) {
        this.current = current;
        this.moments = moments;
        this.rubrics = rubrics;
    }

    Simulation run(SimulateChanges body) {
        body.checkMoment(rubrics);
        Nation nation = current.get();
        Moment moment = moments.of(body.asOf() == null ? null : new AsOf(body.asOf()),
                body.knownAt() == null ? null : new KnownAt(body.knownAt()), body.rubric());
        Hypothesis hypothesis = new Hypothesis(nation, new OnRecord(nation, moment));
        List<String> notes = body.addTo(hypothesis);
        return Simulation.of(Comparison.of(hypothesis, nation.countiesIn(body.state())),
                new Simulation.About(moment, moment.shownKnownAt(nation, body.state()), body.state(), notes));
    }
}
