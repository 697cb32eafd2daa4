package atlas.scoring.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.events.CourtStatus;
import atlas.events.RecordedLaw;
import atlas.events.RecordedLaw.CourtEvent;
import atlas.events.RecordedPolicy;
import atlas.scoring.Given;

class AlteredTest {

    @ParameterizedTest(name = "ends {0}, ended on {1}: {2}")
    @CsvSource(nullValues = "open", value = { "open, 2019-01-01, 2019-01-01", "2020-01-01, 2019-01-01, 2019-01-01",
            "2018-01-01, 2019-01-01, 2018-01-01", "2019-01-01, 2019-01-01, 2019-01-01" })
    void nothingEndsLaterThanItDid(String end, LocalDate on, LocalDate expected) {
        RecordedLaw law = Given.law().to(end).that("REQUIRES", "NO_287G").court("2018-05-01", "ENJOINED").asLaw();
        RecordedPolicy policy = Given.policy().to(end).with("strength", "PARTIAL").asPolicy();

        assertEquals(expected, Altered.ended(law, on).effectiveTo());
        assertEquals(expected, Altered.ended(policy, on).effectiveTo());
    }

    @Test
    void allElseStaysAsItWas() {
        RecordedLaw law = Given.law().from("2017-01-01").to("2019-01-01").with("citation", "A citation")
                .that("REQUIRES", "NO_287G").court("2018-05-01", "ENJOINED").listing("topics", "PROBATION").asLaw();
        RecordedPolicy policy = Given.policy().from("2017-01-01").to("2019-01-01").with("strength", "PARTIAL")
                .with("exceptions", "Courts").with("summary", "A summary").asPolicy();

        assertEquals(law, Altered.ended(law, LocalDate.of(2019, 1, 1)));
        assertEquals(policy, Altered.ended(policy, LocalDate.of(2019, 1, 1)));
    }

    @ParameterizedTest(name = "{0} stands at {1}")
    @CsvSource({ "2017-12-31, 0", "2018-05-01, 1", "2019-01-01, 2" })
    void entryStandsBehindThoseOfItsDay(LocalDate date, int place) {
        RecordedLaw law = Given.law().court("2018-05-01", "ENJOINED").court("2018-06-01", "IN_FORCE").asLaw();
        CourtEvent entry = new CourtEvent(date, CourtStatus.STRUCK_DOWN, Set.of(), null);

        List<CourtEvent> history = Altered.inCourt(law, entry).courtHistory();

        assertEquals(3, history.size());
        assertEquals(place, history.indexOf(entry));
    }
}
