package atlas.service.record;

import java.time.LocalDate;

import atlas.events.DatePrecision;
import atlas.service.problem.Violations;
import atlas.service.time.PartialDate;

/**
 * A date as a writer states it: a day, month or year, and the precision where it does not follow from that. Answers give whole
 * days
 * with their precision, and what an answer gives may be sent back.
 *
 * @param date null when open
 * @param precision null when it follows from the date
 */
public record StatedDate(PartialDate date, DatePrecision precision) {

    /** Checks the form; the name is that of the field, whose precision stands in the field of that name with "Precision". */
    public void check(String field, Violations violations) {
        if (date == null) {
            violations.require(precision == null, "/" + field + "Precision", "must be absent when there is no " + field);
            return;
        }
        violations.require(date.isReadable(), "/" + field,
                "must be a date between 1900 and 2099, such as 2019-07-22, 2018-11 or 2018");
        if (date.isReadable() && precision != null) {
            violations.require(fits(), "/" + field + "Precision",
                    "does not fit the date: a MONTH begins on its first day, a YEAR on 1 January, BY and DAY take a whole date");
        }
    }

    public boolean isReadable() {
        return date == null || date.isReadable();
    }

    /** The first day of what is stated; null when open. */
    public LocalDate start() {
        return date == null ? null : date.first();
    }

    /** The day after what is stated, or the day itself when a whole date is given; null when open. */
    public LocalDate end() {
        return date == null ? null : date.end();
    }

    public DatePrecision effectivePrecision() {
        if (date == null || precision != null) {
            return precision;
        }
        return DatePrecision.valueOf(date.unit().name());
    }

    private boolean fits() {
        boolean wholeDay = date.unit() == PartialDate.Unit.DAY;
        return switch (precision) {
            case DAY, BY -> wholeDay;
            case MONTH -> wholeDay ? date.first().getDayOfMonth() == 1 : date.unit() == PartialDate.Unit.MONTH;
            case YEAR -> wholeDay ? date.first().getDayOfYear() == 1 : date.unit() == PartialDate.Unit.YEAR;
        };
    }
}
