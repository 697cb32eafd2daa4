package atlas.scoring.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.service.problem.ProblemException;

class PointsTest {

    @ParameterizedTest
    @CsvSource({
            "2019-01-31, 2019-05-31, month, 2019-01-31 2019-02-28 2019-03-31 2019-04-30 2019-05-31",
            "2019-12-31, 2020-03-15, month, 2019-12-31 2020-01-31 2020-02-29 2020-03-15",
            "2018-11-30, 2019-11-30, quarter, 2018-11-30 2019-02-28 2019-05-30 2019-08-30 2019-11-30",
            "2016-02-29, 2020-02-29, year, 2016-02-29 2017-02-28 2018-02-28 2019-02-28 2020-02-29",
            "2019-01-31, 2019-02-27, month, 2019-01-31 2019-02-27",
            "2019-01-31, 2019-02-28, month, 2019-01-31 2019-02-28",
            "2019-01-31, 2019-03-01, month, 2019-01-31 2019-02-28 2019-03-01",
            "2019-01-31, 2019-01-31, year, 2019-01-31",
            "2019-01-30, 2019-01-31, year, 2019-01-30 2019-01-31" })
    void stepsAreCountedFromTheFirstDayAndTheLastIsThere(LocalDate from, LocalDate to, String step, String expected) {
        assertEquals(expected, between(from, to, step).stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({ "1990-01-31, 2023-04-30, month, 400", "1990-01-31, 2023-04-29, month, 400",
            "1900-01-01, 2099-12-31, year, 201" })
    void fourHundredPointsAreNotTooMany(LocalDate from, LocalDate to, String step, int count) {
        assertEquals(count, between(from, to, step).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1990-01-31 | 2023-05-01 | month   | at most 400 points, and these days have 401 by month: step=quarter fits, or a span of at most 399 months",
            "1900-01-01 | 2099-12-31 | quarter | at most 400 points, and these days have 801 by quarter: step=year fits, or a span of at most 1197 months",
            "1900-01-01 | 2099-12-31 | month   | at most 400 points, and these days have 2401 by month: step=year fits, or a span of at most 399 months" })
    void moreAreRefusedWithWhatWouldFit(LocalDate from, LocalDate to, String step, String message) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> between(from, to, step));

        assertEquals("step", refusal.errors().get(0).field());
        assertEquals(message, refusal.errors().get(0).message());
    }

    @Test
    void spanThatIsSaidToFitFits() {
        LocalDate from = LocalDate.of(1900, 1, 31);

        assertEquals(400, between(from, from.plusMonths(399), "month").size());
        assertEquals(400, between(from, from.plusMonths(1197), "quarter").size());
    }

    private static List<LocalDate> between(LocalDate from, LocalDate to, String step) {
        return Points.between(from, to, Step.fromString(step));
    }
}
