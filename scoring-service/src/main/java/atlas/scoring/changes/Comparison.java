package atlas.scoring.changes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import atlas.scoring.rubric.FactorPoints;
import atlas.scoring.rubric.FactorResult;
import atlas.scoring.rubric.Rubric;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.timeline.Segment;
import atlas.scoring.timeline.Timeline;

/**
 * A county's results on two days, side by side. On a day without information the county stands at what is assumed,
 * so a county without information on both days shows no change.
 *
 * @param factors those that changed, in the rubric's order
 */
record Comparison(String county, Standing before, Standing after, List<FactorChange> factors) {

    static Comparison of(String county, Timeline timeline, Days days) {
        Scorecard before = timeline.on(days.from());
        Scorecard after = timeline.on(days.to());
        return new Comparison(county, Standing.of(before, days.rubric()), Standing.of(after, days.rubric()),
                before == after ? List.of() : changes(county, timeline, days));
    }

    private static List<FactorChange> changes(String county, Timeline timeline, Days days) {
        List<FactorResult> before = timeline.on(days.from()).factors();
        List<FactorResult> after = timeline.on(days.to()).factors();
        List<FactorChange> changes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            FactorPoints factor = days.rubric().factors().get(i);
            FactorResult was = before.get(i);
            FactorResult is = after.get(i);
            Change.between(factor, was, is).ifPresent(
                    change -> changes.add(new FactorChange(change, was, is, lastTurn(county, factor, timeline, days))));
        }
        return changes;
    }

    /** The last of the turns of a factor between the days; it turned, so there is one. */
    private static LastTurn lastTurn(String county, FactorPoints factor, Timeline timeline, Days days) {
        List<Segment> segments = timeline.segments();
        int i = segments.size() - 1;
        while (segments.get(i).from().isAfter(days.to())) {
            i--;
        }
        FactorResult after = segments.get(i).result().factor(factor.code());
        FactorResult before = segments.get(i - 1).result().factor(factor.code());
        while (Change.between(factor, before, after).isEmpty()) {
            i--;
            after = before;
            before = segments.get(i - 1).result().factor(factor.code());
        }
        return LastTurn.of(county, segments.get(i).from(), before, after);
    }

    /** Analyzed on both days: neither result is merely assumed. */
    boolean documented() {
        return before.result().analyzed() && after.result().analyzed();
    }

    boolean changed() {
        return !factors.isEmpty();
    }

    boolean increased() {
        return after.points().compareTo(before.points()) > 0;
    }

    boolean decreased() {
        return after.points().compareTo(before.points()) < 0;
    }

    /** A result and its points, which a result without information has too, though no score. */
    record Standing(Scorecard result, BigDecimal points) {

        static Standing of(Scorecard result, Rubric rubric) {
            return new Standing(result, result.analyzed() ? result.score() : rubric.pointsOf(result.factors()));
        }
    }
}
