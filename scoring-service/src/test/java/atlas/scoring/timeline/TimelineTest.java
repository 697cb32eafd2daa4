package atlas.scoring.timeline;

import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static atlas.scoring.GivenFacts.facts;
import static atlas.scoring.GivenFacts.laws;
import static atlas.scoring.GivenFacts.policies;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.rubric.Scorecard;

class TimelineTest {

    private static final String HOLDS = "LIMITS_ICE_HOLDS";
    private static final String INQUIRY = "PROHIBITS_STATUS_INQUIRY";

    @Test
    void countyWithoutFactsHasOneSegmentWithoutInformation() {
        assertEquals("always none", scores(policies()));
    }

    @Test
    void countyStaysAnalyzedAfterItsFirstRecordHasEnded() {
        assertEquals("always none, 2017-03-01 3, 2019-05-01 2", scores(policies(policy().from("2017-03-01").to("2019-05-01"))));
    }

    @Test
    void recordWithAnOpenStartMakesTheCountyAlwaysAnalyzed() {
        assertEquals("always 3, 2019-05-01 2", scores(policies(policy().to("2019-05-01"))));
    }

    @Test
    void onlyTheCountysOwnRecordsOnFactorsCount() {
        assertEquals("always none", scores(policies(
                policy().with("scope", "CITY").with("agency", "Rockville Police"),
                policy().with("factor", null).with("topic", "DATA_SHARING"),
                policy().with("withdrawn", true))));
    }

    @Test
    void countyIsAnalyzedWhileALawRequiresOrMandatesAnything() {
        assertEquals("always none, 2018-01-01 3, 2019-01-01 none",
                scores(laws(law().from("2018-01-01").to("2019-01-01").that("REQUIRES", HOLDS))));
        assertEquals("always none, 2018-01-01 2", scores(laws(law().from("2018-01-01").that("MANDATES", "NO_287G"))));
        assertEquals("always none, 2018-01-01 none", scores(laws(law().from("2018-01-01").that("PREEMPTS", HOLDS))));
    }

    @Test
    void onlyLawsThatBindCountiesCount() {
        Given law = law().that("REQUIRES", HOLDS);
        assertEquals("always none", scores(laws(
                law.listing("binds", "STATE_AGENCIES", "PRIVATE"),
                law().with("withdrawn", true).that("REQUIRES", HOLDS),
                law().that("REQUIRES", HOLDS, "24033"))));
        assertEquals("always 3", scores(laws(law.listing("binds", "MUNICIPALITIES", "COUNTIES"))));
        assertEquals("always 3", scores(laws(law().that("REQUIRES", HOLDS, "24031"))));
    }

    @Test
    void courtTakesOnlyTheFactorsItNamesOutOfForce() {
        Given law = law().from("2017-09-01").that("REQUIRES", HOLDS).that("REQUIRES", INQUIRY)
                .court("2017-08-30", "PARTLY_ENJOINED", HOLDS)
                .court("2018-03-13", "IN_FORCE", HOLDS);

        assertEquals("always none, 2017-09-01 3, 2018-03-13 4", scores(laws(law)));
    }

    @Test
    void courtEntryWithoutFactorsConcernsTheWholeLaw() {
        Given law = law().from("2017-01-01").that("REQUIRES", HOLDS).that("REQUIRES", INQUIRY)
                .court("2018-01-01", "STRUCK_DOWN")
                .court("2019-01-01", "IN_FORCE", INQUIRY);

        assertEquals("always none, 2017-01-01 4, 2018-01-01 none, 2019-01-01 3", scores(laws(law)));
    }

    @Test
    void ofCourtEntriesOfOneDayTheLaterInTheListCounts() {
        Given law = law().that("REQUIRES", HOLDS).court("2018-01-01", "ENJOINED").court("2018-01-01", "IN_FORCE");

        assertEquals("always 3", scores(laws(law)));
        assertEquals("always 3, 2018-01-01 none",
                scores(laws(law.court("2018-01-01", "REPEALED").court("2017-01-01", "IN_FORCE"))));
    }

    @Test
    void preemptionIsFlaggedAndLeavesTheResultStanding() {
        Given preempting = law().from("2019-01-01").that("PREEMPTS", HOLDS);
        Scorecard result = timeline(facts(List.of(policy()), List.of(preempting))).on(LocalDate.of(2019, 1, 1));

        assertEquals("true COUNTY_POLICY preempted 1 1", result.factors().stream().filter(f -> f.code().name().equals(HOLDS))
                .map(f -> f.isProtected() + " " + f.basis() + (f.preempted() ? " preempted " : " ") + f.records().size() + " "
                        + f.laws().size())
                .collect(Collectors.joining()));
    }

    @Test
    void documentedFactorsAreThoseThatRestOnSomething() {
        Scorecard result = timeline(facts(List.of(policy(), policy().with("factor", "NO_287G").with("stance", "NO_POLICY")),
                List.of(law().that("PREEMPTS", "PROHIBITS_ASSISTANCE").that("REQUIRES", INQUIRY)))).on(LocalDate.EPOCH);

        assertEquals(2, result.documentedFactors());
    }

    @Test
    void eachDayIsFoundInItsSegment() {
        Timeline timeline = timeline(policies(policy().from("2017-01-01").to("2018-01-01"),
                policy().with("factor", INQUIRY).from("2017-06-01").to("2019-01-01")));

        for (Segment segment : timeline.segments()) {
            LocalDate first = Objects.requireNonNullElse(segment.from(), LocalDate.MIN);
            LocalDate last = segment.to() == null ? LocalDate.MAX : segment.to().minusDays(1);
            assertEquals(segment.result(), timeline.on(first));
            assertEquals(segment.result(), timeline.on(last));
        }
        assertEquals(5, timeline.segments().size());
    }

    private static Timeline timeline(CountyFacts facts) {
        return Timeline.of(GivenRubrics.ILRC, facts);
    }

    /** The scores of the segments with the day that each begins on. */
    private static String scores(CountyFacts facts) {
        return timeline(facts).segments().stream()
                .map(segment -> (segment.from() == null ? "always" : segment.from()) + " "
                        + (segment.result().score() == null ? "none" : segment.result().score()))
                .collect(Collectors.joining(", "));
    }
}
