package atlas.scoring.timeline;

import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static atlas.scoring.GivenFacts.facts;
import static atlas.scoring.GivenFacts.policies;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import atlas.scoring.GivenRubrics;
import atlas.scoring.facts.CountyFacts;

class DifferenceTest {

    private static final UUID ID = UUID.randomUUID();
    private static final LocalDate TODAY = LocalDate.of(2019, 12, 17);

    @Test
    void recordThatGoesOnDiffersFromItsFirstDayAndStandsForToday() {
        assertEquals("2019-07-22..open as of 2019-12-17: none to 3",
                between(policies(), policies(policy(ID).from("2019-07-22"))));
    }

    @Test
    void recordWithoutABeginningDiffersWithoutABeginning() {
        assertEquals("open..open as of 2019-12-17: none to 3", between(policies(), policies(policy(ID))));
    }

    @Test
    void correctionOfThePastStandsForItsLastDay() {
        assertEquals("2018-01-01..2018-03-01 as of 2018-02-28: 3 to 2", between(
                policies(policy(ID).from("2017-01-01")),
                policies(policy(ID).from("2017-01-01"),
                        policy().from("2018-01-01").with("stance", "ENTANGLED").to("2018-03-01"))));
    }

    @Test
    void eachSpanIsToldForItself() {
        assertEquals("2017-01-01..2017-06-01 as of 2017-05-31: 2 to 3, 2018-01-01..2018-06-01 as of 2018-05-31: 2 to 3",
                between(policies(policy().with("factor", "NO_287G")),
                        policies(policy().with("factor", "NO_287G"),
                                policy().from("2017-01-01").to("2017-06-01"), policy().from("2018-01-01").to("2018-06-01"))));
    }

    @Test
    void differenceThatHasBegunReachesIntoTheFuture() {
        assertEquals("2019-12-01..2020-02-01 as of 2019-12-17: 2 to 3",
                between(policies(policy().with("factor", "NO_287G")),
                        policies(policy().with("factor", "NO_287G"), policy().from("2019-12-01").to("2020-02-01"))));
    }

    @Test
    void differenceThatIsStillToComeIsNotTold() {
        assertEquals("", between(policies(policy()), policies(policy(), policy().with("factor", "PROHIBITS_ASSISTANCE")
                .from("2019-12-18"))));
        assertEquals("", between(policies(policy()), policies(policy().to("2019-12-18"))));
    }

    @Test
    void todayBelongsToThePast() {
        assertEquals("2019-12-17..open as of 2019-12-17: none to 3",
                between(policies(), policies(policy().from("2019-12-17"))));
    }

    @Test
    void anotherReasonForTheSameResultIsNoDifference() {
        assertEquals("",
                between(policies(policy(ID)), policies(policy(ID), policy().from("2018-01-01").with("strength", "FULL"))));
    }

    @Test
    void flagAloneIsADifference() {
        assertEquals("2019-01-01..open as of 2019-12-17: 3 to 3", between(policies(policy()),
                facts(List.of(policy()), List.of(law().from("2019-01-01").that("PREEMPTS", "LIMITS_ICE_HOLDS")))));
    }

    private static String between(CountyFacts before, CountyFacts after) {
        return Difference
                .between(Timeline.of(GivenRubrics.ILRC, before), Timeline.of(GivenRubrics.ILRC, after), TODAY).stream()
                .map(d -> (d.from() == null ? "open" : d.from()) + ".." + (d.to() == null ? "open" : d.to()) + " as of "
                        + d.asOf()
                        + ": " + (d.before().analyzed() ? d.before().score() : "none") + " to "
                        + (d.after().analyzed() ? d.after().score() : "none"))
                .collect(Collectors.joining(", "));
    }
}
