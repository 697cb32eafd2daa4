package atlas.service.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import atlas.service.problem.ProblemException;

/** The days that we take: 1900 to 2099. A year 5025 is a slip of the pen. */
public final class Calendar {

    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private Calendar() {
    }

    public static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** Reads a day such as 2019-12-17. */
    public static LocalDate day(String field, String text) {
        try {
            LocalDate day = text.length() == 10 ? LocalDate.parse(text) : null;
            if (day != null && holds(day)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw refusal(field);
        }
        throw refusal(field);
    }

    private static ProblemException refusal(String field) {
        return ProblemException.invalid(field, "a date between 1900-01-01 and 2099-12-31, for example 2019-12-17");
    }
}
