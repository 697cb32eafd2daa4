package atlas.scoring.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.scoring.GivenRubrics;
import atlas.scoring.moment.Moment;
import atlas.scoring.nation.Nation;
import atlas.scoring.state.ForeignBornCensus;

/** The report's figures beside what comes of the data that the project ships. */
class ReportComparedTest {

    private static final Nation NATION = ReportNation.load();

    @ParameterizedTest
    @CsvSource({ "2019-09-30, wins.287g, 1", "2019-12-31, wins.287g, 12", "2019-09-30, wins.detention, 0",
            "2019-12-31, wins.detention, 15", "2019-12-31, wins.detention-listed, 15", "2019-12-31, states.courthouse-rules, 3",
            "2019-09-30, states.courthouse-rules, 2", "2019-09-30, states.restricting, 8", "2019-09-30, states.preempting, 4",
            "2020-01-01, states.preempting, 5", "2019-09-30, states.mandating, 3", "2019-12-17, counties.analyzed, 775",
            "2019-09-30, counties.total, 3142", "2019-09-30, factors.count, 7", "2019-09-30, contracts.287g, 0",
            "2019-09-30, states.immigrants-ratio, 1.81", "2019-09-30, changes.changed, 337" })
    void computesFromTheShippedData(String day, String figure, BigDecimal expected) {
        assertEquals(expected, on(day).get(figure).computed());
    }

    @Test
    void differenceIsComputedMinusPublishedWhateverTheQualifier() {
        Map<String, PublishedFigure> figures = on("2019-12-31");

        assertEquals(new BigDecimal("1"), figures.get("wins.287g").difference());
        assertEquals(new BigDecimal("-1"), figures.get("wins.detention").difference());
        assertEquals(Figure.Qualifier.MORE_THAN, figures.get("glance.holds").qualifier());
        assertEquals(figures.get("glance.holds").computed().subtract(new BigDecimal(700)),
                figures.get("glance.holds").difference());
    }

    @Test
    void whatNothingOnRecordTellsIsNull() {
        PublishedFigure arrests = on("2019-09-30").get("arrests.california-drop");

        assertNull(arrests.computed());
        assertNull(arrests.difference());
        assertEquals("Not computed: Arrests are not on record here.", arrests.computedAs());
    }

    private static Map<String, PublishedFigure> on(String day) {
        Moment moment = new Moment(LocalDate.parse(day), null, GivenRubrics.ILRC);
        return PublishedFigures.of(ShippedReport.read(), null, new Snapshot(NATION, moment, new ForeignBornCensus())).items()
                .stream()
                .collect(Collectors.toMap(PublishedFigure::id, figure -> figure));
    }
}
