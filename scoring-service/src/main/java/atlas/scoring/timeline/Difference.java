package atlas.scoring.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import atlas.scoring.rubric.Scorecard;

/**
 * A span of days on which a county's result is another than we said before.
 *
 * @param from first day that differs; null when it reaches back without a beginning
 * @param to first day that is the same again; null when the difference goes on
 * @param asOf the day that {@code before} and {@code after} stand for
 */
public record Difference(LocalDate from, LocalDate to, LocalDate asOf, Scorecard before, Scorecard after) {

    /**
     * What differs between two timelines, oldest first, as far as it has begun by today: each maximal span once. It
     * stands for today if today differs, else for the last day that does.
     */
    public static List<Difference> between(Timeline before, Timeline after, LocalDate today) {
        List<Difference> differences = new ArrayList<>();
        boolean open = !same(before, after, LocalDate.MIN);
        LocalDate from = null;
        for (LocalDate day : turningDays(before, after)) {
            boolean differs = !same(before, after, day);
            if (differs == open) {
                continue;
            }
            if (open) {
                differences.add(spanning(from, day, before, after, today));
            } else if (day.isAfter(today)) {
                return differences;
            }
            from = day;
            open = differs;
        }
        if (open) {
            differences.add(spanning(from, null, before, after, today));
        }
        return differences;
    }

    private static Difference spanning(LocalDate from, LocalDate to, Timeline before, Timeline after, LocalDate today) {
        LocalDate asOf = to == null || to.isAfter(today) ? today : to.minusDays(1);
        return new Difference(from, to, asOf, before.on(asOf), after.on(asOf));
    }

    private static boolean same(Timeline before, Timeline after, LocalDate day) {
        return before.on(day).saysTheSameAs(after.on(day));
    }

    private static SortedSet<LocalDate> turningDays(Timeline before, Timeline after) {
        SortedSet<LocalDate> days = new TreeSet<>();
        Stream.of(before, after).flatMap(timeline -> timeline.segments().stream()).map(Segment::from).filter(Objects::nonNull)
                .forEach(days::add);
        return days;
    }
}
