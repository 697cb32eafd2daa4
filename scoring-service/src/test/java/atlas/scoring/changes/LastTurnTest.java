package atlas.scoring.changes;

import static atlas.scoring.GivenFacts.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import atlas.scoring.Given;
import atlas.scoring.GivenRubrics;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.rubric.Scorer;
import atlas.scoring.timeline.Timeline;

/** What drove the changes of a county from the first day of 2017 to the first day of 2020, case by case. */
class LastTurnTest {

    private static final String HOLDS = "LIMITS_ICE_HOLDS";
    private static final String INQUIRY = "PROHIBITS_STATUS_INQUIRY";
    private static final Given LAW = Given.law(id("a1"));
    private static final Given OTHER_LAW = Given.law(id("a2"));
    private static final Given POLICY = Given.policy(id("b1"));
    private static final Given OTHER_POLICY = Given.policy(id("b2"));
    private static final Given CONTRACT = Given.policy(id("c1")).with("factor", "NO_287G").with("stance", "ENTANGLED");
    private static final Given REFUSAL = Given.policy(id("c2")).with("factor", "NO_287G");

    @Test
    void lawTakesEffect() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2018-05-01 STATE_LAW [a1]",
                changes(List.of(), List.of(LAW.that("REQUIRES", HOLDS).from("2018-05-01"))));
    }

    @Test
    void lawIsRepealedAndThePolicyThatWasThereBearsTheResult() {
        assertEquals("LIMITS_ICE_HOLDS LOST 2018-05-01 STATE_LAW [a1]",
                changes(List.of(POLICY.with("stance", "ENTANGLED").from("2010-01-01")),
                        List.of(LAW.that("REQUIRES", HOLDS).from("2015-01-01").to("2018-05-01"))));
    }

    @Test
    void lawIsEnjoined() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2018-05-01 STATE_LAW [a1]",
                changes(List.of(POLICY.from("2010-01-01")),
                        List.of(LAW.that("MANDATES", HOLDS).from("2015-01-01").court("2018-05-01", "ENJOINED", HOLDS))));
    }

    @Test
    void policyBeginsUnderNoLaw() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2018-05-01 COUNTY_POLICY [b1]",
                changes(List.of(POLICY.from("2018-05-01")), List.of()));
    }

    @Test
    void policyEnds() {
        assertEquals("LIMITS_ICE_HOLDS LOST 2018-05-01 COUNTY_POLICY [b1]",
                changes(List.of(POLICY.from("2015-01-01").to("2018-05-01")), List.of()));
    }

    @Test
    void policyGivesWayToAnother() {
        assertEquals("LIMITS_ICE_HOLDS LOST 2018-05-01 COUNTY_POLICY [b1, b2]",
                changes(List.of(POLICY.from("2015-01-01").to("2018-05-01"),
                        OTHER_POLICY.with("stance", "ENTANGLED").from("2018-05-01")), List.of()));
    }

    @Test
    void contractEnds() {
        assertEquals("NO_287G GAINED 2018-05-01 CONTRACT [c1]",
                changes(List.of(CONTRACT.from("2015-01-01").to("2018-05-01")), List.of()));
    }

    @Test
    void contractEndsWhereTheCountyHadRefusedItBefore() {
        assertEquals("NO_287G GAINED 2018-05-01 CONTRACT [c1]",
                changes(List.of(CONTRACT.from("2015-01-01").to("2018-05-01"), REFUSAL.from("2016-01-01")), List.of()));
    }

    @Test
    void contractEndsOnTheDayTheCountyRefusesIt() {
        assertEquals("NO_287G GAINED 2018-05-01 COUNTY_POLICY [c1, c2]",
                changes(List.of(CONTRACT.from("2015-01-01").to("2018-05-01"), REFUSAL.from("2018-05-01")), List.of()));
    }

    @Test
    void contractBegins() {
        assertEquals("NO_287G LOST 2018-05-01 CONTRACT [c1]", changes(List.of(CONTRACT.from("2018-05-01")), List.of()));
    }

    @Test
    void lawForbidsTheContractThatGoesOn() {
        assertEquals("NO_287G GAINED 2018-05-01 STATE_LAW [a1]",
                changes(List.of(CONTRACT.from("2015-01-01")), List.of(LAW.that("REQUIRES", "NO_287G").from("2018-05-01"))));
    }

    @Test
    void mandateReplacesAPolicy() {
        assertEquals("LIMITS_ICE_HOLDS LOST 2018-05-01 STATE_LAW [a1]",
                changes(List.of(POLICY.from("2015-01-01")), List.of(LAW.that("MANDATES", HOLDS).from("2018-05-01"))));
    }

    @Test
    void ofAPolicyAndALawThatBeginTogetherTheLawDrives() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2018-05-01 STATE_LAW [a1]",
                changes(List.of(POLICY.from("2018-05-01")), List.of(LAW.that("REQUIRES", HOLDS).from("2018-05-01"))));
    }

    @Test
    void ofTwoLawsThatBeginTogetherTheOneThatIsOverruledDrivesNothing() {
        assertEquals("LIMITS_ICE_HOLDS LOST 2018-05-01 STATE_LAW [a2]",
                changes(List.of(POLICY.from("2015-01-01")), List.of(LAW.that("REQUIRES", HOLDS).from("2018-05-01"),
                        OTHER_LAW.that("MANDATES", HOLDS).from("2018-05-01"))));
    }

    @Test
    void preemptionDrivesNothing() {
        assertEquals("LIMITS_ICE_HOLDS LOST 2018-05-01 COUNTY_POLICY [b1]",
                changes(List.of(POLICY.from("2015-01-01").to("2018-05-01")),
                        List.of(LAW.that("PREEMPTS", HOLDS).from("2018-05-01"))));
        assertEquals("", changes(List.of(POLICY.from("2015-01-01")),
                List.of(LAW.that("PREEMPTS", HOLDS).from("2018-05-01"))));
    }

    @Test
    void courtThatSpeaksOfAnotherFactorDrivesOnlyThat() {
        assertEquals(
                "LIMITS_ICE_HOLDS GAINED 2018-05-01 STATE_LAW [a2], PROHIBITS_STATUS_INQUIRY LOST 2018-05-01 STATE_LAW [a1]",
                changes(List.of(), List.of(
                        LAW.that("REQUIRES", HOLDS).that("REQUIRES", INQUIRY).from("2010-01-01")
                                .court("2018-05-01", "PARTLY_ENJOINED", INQUIRY),
                        OTHER_LAW.that("MANDATES", HOLDS).from("2015-01-01").to("2018-05-01"))));
    }

    @Test
    void lawThatNamesAnotherCountyDrivesNothingHere() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2018-05-01 STATE_LAW [a1]",
                changes(List.of(), List.of(LAW.that("REQUIRES", HOLDS, "24031").from("2018-05-01"),
                        OTHER_LAW.that("REQUIRES", HOLDS, "24033").from("2018-05-01"))));
    }

    @Test
    void gainedLostAndGainedAgainItsLastTurnDrives() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2019-05-01 STATE_LAW [a1]",
                changes(List.of(POLICY.from("2017-05-01").to("2018-05-01")),
                        List.of(LAW.that("REQUIRES", HOLDS).from("2019-05-01"))));
    }

    @Test
    void anotherReasonForTheSameResultIsNoTurn() {
        assertEquals("LIMITS_ICE_HOLDS GAINED 2018-05-01 COUNTY_POLICY [b1]",
                changes(List.of(POLICY.from("2018-05-01")), List.of(LAW.that("REQUIRES", HOLDS).from("2019-05-01"))));
    }

    @Test
    void changedAndChangedBackIsNotChanged() {
        assertEquals("", changes(List.of(POLICY.from("2017-05-01").to("2018-05-01")), List.of()));
    }

    @Test
    void theDayItselfBelongsToWhatFollows() {
        assertEquals("", changes(List.of(POLICY.from("2017-01-01")), List.of()));
        assertEquals("LIMITS_ICE_HOLDS GAINED 2017-01-02 COUNTY_POLICY [b1]",
                changes(List.of(POLICY.from("2017-01-02")), List.of()));
        assertEquals("LIMITS_ICE_HOLDS GAINED 2020-01-01 COUNTY_POLICY [b1]",
                changes(List.of(POLICY.from("2020-01-01")), List.of()));
        assertEquals("", changes(List.of(POLICY.from("2020-01-02")), List.of()));
    }

    @Test
    void strengthTurnsAFactorWhereItIsWeighed() {
        CountyFacts facts = facts(List.of(POLICY.with("strength", "PARTIAL").from("2015-01-01"),
                OTHER_POLICY.with("strength", "FULL").from("2018-05-01").to("2019-05-01")), List.of());

        assertEquals("", changes(GivenRubrics.ILRC, facts, "2019-01-01"));
        assertEquals("LIMITS_ICE_HOLDS STRENGTHENED 2018-05-01 COUNTY_POLICY [b2]",
                changes(GivenRubrics.PARTIAL_HALF, facts, "2019-01-01"));
        assertEquals("", changes(GivenRubrics.PARTIAL_HALF, facts, "2020-01-01"));
    }

    @Test
    void weakerOnceItsStrongerLawHasEnded() {
        CountyFacts facts = facts(List.of(), List.of(LAW.partly("REQUIRES", HOLDS).from("2010-01-01"),
                OTHER_LAW.that("REQUIRES", HOLDS).from("2009-01-01").to("2018-05-01")));

        assertEquals("", changes(GivenRubrics.PARTIAL_HALF, facts, "2020-01-01"));

        CountyFacts full = facts(List.of(POLICY.with("strength", "FULL").from("2015-01-01")),
                List.of(LAW.partly("REQUIRES", HOLDS).from("2018-05-01")));
        assertEquals("LIMITS_ICE_HOLDS WEAKENED 2018-05-01 STATE_LAW [a1]",
                changes(GivenRubrics.PARTIAL_HALF, full, "2020-01-01"));
    }

    private static String changes(List<Given> policies, List<Given> laws) {
        return changes(GivenRubrics.ILRC, facts(policies, laws), "2020-01-01");
    }

    /** "factor change day basis [ends of the drivers' ids]", for each factor that changed. */
    private static String changes(Scorer scorer, CountyFacts facts, String to) {
        Days days = new Days(LocalDate.of(2017, 1, 1), LocalDate.parse(to), scorer.rubric());
        return Comparison.of("24031", Timeline.of(scorer, facts), days).factors().stream()
                .map(factor -> factor.factor() + " " + factor.change() + " " + factor.turn().on() + " " + factor.basis() + " "
                        + factor.turn().drivers().stream().map(fact -> fact.id().toString().substring(34)).toList())
                .collect(Collectors.joining(", "));
    }

    private static UUID id(String end) {
        return UUID.fromString("0197a000-0000-7000-8000-0000000000" + end);
    }
}
