package atlas.scoring.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

import atlas.scoring.facts.CountyFacts;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Scorer;

/**
 * A county's results over all time, as far as the facts are known: segments without gaps, no two neighbours equal.
 * Immutable.
 */
public final class Timeline {

    private final List<Segment> segments;

    private Timeline(List<Segment> segments) {
        this.segments = List.copyOf(segments);
    }

    /** Scores a county on each day on which something begins or ends; between those nothing changes. */
    public static Timeline of(Scorer scorer, CountyFacts facts) {
        return of(scorer, facts, LocalDate.MIN, facts.turningDays());
    }

    /** As {@link #of}, but right only from one day to another, both included: for those who need no more, at less cost. */
    public static Timeline between(Scorer scorer, CountyFacts facts, LocalDate first, LocalDate last) {
        return of(scorer, facts, first, facts.turningDays().subSet(first.plusDays(1), last.plusDays(1)));
    }

    private static Timeline of(Scorer scorer, CountyFacts facts, LocalDate first, SortedSet<LocalDate> turningDays) {
        List<Segment> segments = new ArrayList<>();
        LocalDate from = null;
        Scorecard current = scorer.score(facts, first);
        for (LocalDate day : turningDays) {
            Scorecard next = scorer.turn(current, facts, day);
            if (!next.equals(current)) {
                segments.add(new Segment(from, day, current));
                from = day;
                current = next;
            }
        }
        segments.add(new Segment(from, null, current));
        return new Timeline(segments);
    }

    public Scorecard on(LocalDate day) {
        int low = 0;
        int high = segments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (day.isBefore(segments.get(middle).from())) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return segments.get(low).result();
    }

    /** Oldest first; the first has no beginning and the last no end. */
    public List<Segment> segments() {
        return segments;
    }
}
