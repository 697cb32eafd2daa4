package atlas.scoring.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import atlas.scoring.moment.Moment;
import atlas.scoring.nation.County;
import atlas.scoring.rubric.Scorecard;
import atlas.scoring.rubric.Scorer;
import atlas.scoring.tables.Tally;
import atlas.scoring.timeline.Segment;

/**
 * The tables on each of some days. One tally goes along the days; on each, only the counties that have another result
 * than on the day before are taken out and counted anew.
 */
final class CountsAlongTime {

    private final List<LocalDate> days;
    private final List<List<Scorecard>> beginning = new ArrayList<>();
    private final List<List<Scorecard>> ending = new ArrayList<>();

    /** @param days in order, none twice */
    CountsAlongTime(List<LocalDate> days) {
        this.days = days;
        for (int i = 0; i <= days.size(); i++) {
            beginning.add(new ArrayList<>());
            ending.add(new ArrayList<>());
        }
    }

    /** Enters the counties' results as they were known at a moment. */
    CountsAlongTime enter(Moment moment, Stream<County> counties) {
        counties.forEach(county -> enter(moment.timeline(county).segments()));
        return this;
    }

    private void enter(List<Segment> segments) {
        int first = 0;
        for (Segment segment : segments) {
            int end = firstNotBefore(segment.to(), first);
            if (first < end) {
                beginning.get(first).add(segment.result());
                ending.get(end).add(segment.result());
            }
            first = end;
        }
    }

    /** The index of the first day that a segment no longer holds; a segment without an end holds them all. */
    private int firstNotBefore(LocalDate end, int first) {
        int index = first;
        while (index < days.size() && (end == null || days.get(index).isBefore(end))) {
            index++;
        }
        return index;
    }

    /** Shows the tables of each day, in order. The tally is to be read at once: it goes on to the next day. */
    void forEach(Scorer scorer, BiConsumer<LocalDate, Tally> reader) {
        Tally tally = new Tally(scorer);
        for (int i = 0; i < days.size(); i++) {
            ending.get(i).forEach(tally::remove);
            beginning.get(i).forEach(tally::add);
            reader.accept(days.get(i), tally);
        }
    }
}
