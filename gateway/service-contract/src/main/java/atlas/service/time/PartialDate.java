package atlas.service.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A date as it is known: a day, a month or a year. What cannot be read is kept, to be refused with the field's name. */
@Schema(type = SchemaType.STRING, pattern = "\\d{4}(-\\d{2}(-\\d{2})?)?", examples = { "2019-07-22",
        "2018-11" }, description = "a day, or a month or year when no more is known")
public record PartialDate(@JsonValue String text) {

    private static final Pattern FORMAT = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    /** How much of the date is given. */
    public enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    @JsonCreator
    public static PartialDate of(String text) {
        return new PartialDate(text);
    }

    public boolean isReadable() {
        if (text.length() > 10 || !FORMAT.matcher(text).matches()) {
            return false;
        }
        try {
            return Calendar.holds(first());
        } catch (DateTimeException e) {
            return false;
        }
    }

    public Unit unit() {
        return switch (text.length()) {
            case 4 -> Unit.YEAR;
            case 7 -> Unit.MONTH;
            default -> Unit.DAY;
        };
    }

    /** The day itself, or the first day of the period. */
    public LocalDate first() {
        return switch (unit()) {
            case YEAR -> Year.parse(text).atDay(1);
            case MONTH -> YearMonth.parse(text).atDay(1);
            case DAY -> LocalDate.parse(text);
        };
    }

    /** The day itself, or the day after the period. */
    public LocalDate end() {
        return switch (unit()) {
            case YEAR -> first().plusYears(1);
            case MONTH -> first().plusMonths(1);
            case DAY -> first();
        };
    }
}
