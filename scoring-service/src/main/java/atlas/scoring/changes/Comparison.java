package atlas.scoring.changes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new Comparison(county, new Standing(before, days.rubric()), new Standing(after, days.rubric()),
                before == after ? List.of() : changes(county, days.rubric(), course(timeline, days)));
    }

    /** The segments from the one of the earlier day to the one of the later. */
    private static List<Segment> course(Timeline timeline, Days days) {
        List<Segment> segments = timeline.segments();
        int end = segments.size();
        while (end > 1 && segments.get(end - 1).from().isAfter(days.to())) {
            end--;
        }
        int begin = end - 1;
        while (begin > 0 && segments.get(begin).from().isAfter(days.from())) {
            begin--;
        }
        return segments.subList(begin, end);
    }

    private static List<FactorChange> changes(String county, Rubric rubric, List<Segment> course) {
        List<FactorChange> changes = new ArrayList<>();
        for (int i = 0; i < rubric.factors().size(); i++) {
            FactorResult before = result(course, 0, i);
            FactorResult after = result(course, course.size() - 1, i);
            Optional<Change> change = Change.between(rubric.factors().get(i), before, after);
            if (change.isPresent()) {
                int turn = lastTurn(course, rubric.factors().get(i), i);
                changes.add(new FactorChange(change.get(), before, after, LastTurn.of(county, course.get(turn).from(),
                        result(course, turn - 1, i), result(course, turn, i))));
            }
        }
        return changes;
    }

    /** The last segment in which a factor differs from how it stood before; it changed, so there is one. */
    private static int lastTurn(List<Segment> course, FactorPoints points, int factor) {
        int turn = course.size() - 1;
        while (Change.between(points, result(course, turn - 1, factor), result(course, turn, factor)).isEmpty()) {
            turn--;
        }
        return turn;
    }

    /** Results stand in the rubric's order. */
    private static FactorResult result(List<Segment> course, int segment, int factor) {
        return course.get(segment).result().factors().get(factor);
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
    record Standing(Scorecard result, Rubric rubric) {

        BigDecimal points() {
            return rubric.pointsOf(result);
        }
    }
}
