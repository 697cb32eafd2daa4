package atlas.scoring.nextsteps;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import atlas.events.Factor.Kind;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.LawEffect;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.nation.Nation;
import atlas.scoring.rubric.FactorPoints;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;

/** Finds what a county could still do, and goes once through the nation to see who did it. */
final class StepFinder {

    private final County county;
    private final Nation nation;
    private final Moment moment;
    private final Scorecard result;

    private StepFinder(County county, Nation nation, Moment moment) {
        this.county = county;
        this.nation = nation;
        this.moment = moment;
        this.result = moment.result(county);
    }

    static StepFinder of(County county, Nation nation, Moment moment) {
        return new StepFinder(county, nation, moment);
    }

    /** One for each factor that would add to the score, in the rubric's order. */
    List<NextStep> steps() {
        Rubric rubric = moment.rubric();
        List<Peers> missing = IntStream.range(0, rubric.factors().size())
                .filter(i -> rubric.factors().get(i).missing(result.factors().get(i)).signum() > 0)
                .mapToObj(i -> new Peers(county, i, rubric.factors().get(i))).toList();
        nation.counties().stream().filter(other -> !other.fips().equals(county.fips())).forEach(other -> {
            Scorecard ofOther = moment.result(other);
            missing.forEach(peers -> peers.add(other, ofOther));
        });
        CountyFacts facts = county.facts(moment.knownAt());
        List<NextStep> steps = new ArrayList<>();
        missing.forEach(peers -> steps.add(step(peers, facts)));
        return steps;
    }

    private NextStep step(Peers peers, CountyFacts facts) {
        FactorPoints factor = peers.factor();
        FactorResult present = result.factor(factor.code());
        List<LawEffect> inForce = facts.on(factor.code()).effectsOn(moment.asOf());
        List<ClosingLaw> closedBy = inForce.stream().filter(effect -> closes(effect, present)).map(ClosingLaw::of).toList();
        return new NextStep(factor.code(), factor.title(), factor.missing(present),
                moment.rubric().pointsOf(result.factors(), factor.missing(present)), present.isProtected(), present.basis(),
                closedBy.isEmpty(), closedBy, present.records().stream().map(StepRecord::of).toList(), peers.view());
    }

    /**
     * What a law requires, the county protects already; should the law protect it in part, the law decides all the same,
     * and a record of the county's own adds nothing.
     */
    private static boolean closes(LawEffect effect, FactorResult present) {
        return switch (effect.kind()) {
            case PREEMPTS -> true;
            case MANDATES -> effect.factor().kind() == Kind.RESTRICTION;
            case REQUIRES -> present.isProtected();
        };
    }
}
