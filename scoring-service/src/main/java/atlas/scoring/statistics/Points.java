package atlas.scoring.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import atlas.service.problem.ProblemException;

/** The days of a timeline. */
final class Points {

    static final int MOST = 400;

    private Points() {
    }

    /**
     * The first day, every step after it, and the last day, whether or not a step falls on it. Steps are counted from
     * the first day, so that from 31 January they go to the last of each month.
     *
     * @throws ProblemException if the days are out of order, or too many
     */
    static List<LocalDate> between(LocalDate from, LocalDate to, Step step) {
        if (from.isAfter(to)) {
            throw ProblemException.invalid("from", "must not be after to, which is " + to);
        }
        long count = count(from, to, step);
        if (count > MOST) {
            throw ProblemException.invalid("step", "at most " + MOST + " points, and these days have " + count + " by "
                    + step.name() + ": step=" + fitting(from, to) + " fits, or a span of at most "
                    + (MOST - 1) * step.months() + " months");
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = from.plusMonths((long) days.size() * step.months())) {
            days.add(day);
        }
        days.add(to);
        return days;
    }

    private static long count(LocalDate from, LocalDate to, Step step) {
        long steps = ChronoUnit.MONTHS.between(from, to) / step.months();
        return from.plusMonths(steps * step.months()).isBefore(to) ? steps + 2 : steps + 1;
    }

    private static String fitting(LocalDate from, LocalDate to) {
        return Step.ALL.stream().filter(step -> count(from, to, step) <= MOST).findFirst().map(Step::name).orElseThrow();
    }
}
