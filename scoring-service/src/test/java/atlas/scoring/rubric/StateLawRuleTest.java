package atlas.scoring.rubric;

import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static atlas.scoring.GivenFacts.facts;
import static atlas.scoring.GivenFacts.laws;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.events.Factor;
import atlas.events.Strength;
import atlas.scoring.Given;
import atlas.scoring.facts.CountyFacts;
import atlas.scoring.facts.LawFact;

class StateLawRuleTest {

    private static final String HOLDS = "LIMITS_ICE_HOLDS";
    private static final LocalDate DAY = LocalDate.of(2019, 12, 17);

    @ParameterizedTest(name = "{0} {1} on {2}: protected {3}")
    @CsvSource(nullValues = "undecided", value = {
            "REQUIRES, LIMITS_ICE_HOLDS,            true",
            "REQUIRES, NO_287G,                     true",
            "MANDATES, LIMITS_ICE_HOLDS,            false",
            "MANDATES, PROHIBITS_ASSISTANCE,        false",
            "MANDATES, NO_287G,                     undecided",
            "MANDATES, NO_DETENTION_CONTRACT,       undecided",
            "PREEMPTS, LIMITS_ICE_HOLDS,            undecided",
            "PREEMPTS, NO_287G,                     undecided" })
    void decidesByWhatTheLawDoes(String effect, String factor, Boolean expected) {
        Optional<FactorResult> decision = decide(factor, laws(law().that(effect, factor)));

        assertEquals(Optional.ofNullable(expected), decision.map(FactorResult::isProtected));
        decision.ifPresent(result -> {
            assertEquals("STATE_LAW", result.basis().name());
            assertEquals(1, result.laws().size());
            assertFalse(result.conflict());
        });
    }

    @ParameterizedTest(name = "required since {0}, mandated since {1}: protected {2}")
    @CsvSource(nullValues = "open", value = {
            "2018-01-01, 2017-01-01, true",
            "2017-01-01, 2018-01-01, false",
            "open,       2017-01-01, false",
            "2017-01-01, open,       true" })
    void lawThatTookEffectLaterWinsAndBothAreListed(String required, String mandated, boolean expected) {
        Given requiring = law().from(required).that("REQUIRES", HOLDS);
        Given mandating = law().from(mandated).that("MANDATES", HOLDS);

        FactorResult result = decide(HOLDS, laws(requiring, mandating)).orElseThrow();

        assertEquals(expected, result.isProtected());
        assertTrue(result.conflict());
        assertEquals(expected ? List.of(requiring.id(), mandating.id()) : List.of(mandating.id(), requiring.id()),
                result.laws().stream().map(LawFact::id).toList());
    }

    @Test
    void lawFirstRecordedLaterBreaksATie() {
        Given requiring = law().that("REQUIRES", HOLDS).version(1, "2020-02-02T00:00:00Z");
        Given mandating = law().that("MANDATES", HOLDS).version(1, "2020-01-01T00:00:00Z");
        Given correctedSince = mandating.version(2, "2020-03-03T00:00:00Z");

        assertTrue(decide(HOLDS, laws(requiring, mandating, correctedSince)).orElseThrow().isProtected());
    }

    @Test
    void largerIdBreaksTheLastTie() {
        Given requiring = law(UUID.fromString("f0000000-0000-7000-8000-000000000000")).that("REQUIRES", HOLDS);
        Given mandating = law(UUID.fromString("10000000-0000-7000-8000-000000000000")).that("MANDATES", HOLDS);

        assertTrue(decide(HOLDS, laws(mandating, requiring)).orElseThrow().isProtected());
    }

    @Test
    void requirementWinsOverAContractOnRecordAndIsFlagged() {
        Given contract = policy().with("factor", "NO_287G").with("stance", "ENTANGLED");
        Given requiring = law().partly("REQUIRES", "NO_287G");

        FactorResult result = decide("NO_287G", facts(List.of(contract), List.of(requiring))).orElseThrow();

        assertTrue(result.isProtected());
        assertTrue(result.conflict());
        assertEquals(contract.id(), result.records().get(0).id());
        assertEquals(requiring.id(), result.laws().get(0).id());
    }

    @Test
    void recordAgainstARequirementOfARestrictionIsNoConflict() {
        Given record = policy().with("stance", "ENTANGLED");

        assertFalse(decide(HOLDS, facts(List.of(record), List.of(law().that("REQUIRES", HOLDS)))).orElseThrow().conflict());
    }

    @Test
    void requirementsAddUpToTheStrongest() {
        Given partial = law().from("2019-01-01").partly("REQUIRES", HOLDS);
        Given full = law().from("2017-01-01").with("effects",
                List.of(java.util.Map.of("factor", HOLDS, "effect", "REQUIRES", "strength", "FULL")));

        assertEquals(Strength.PARTIAL, decide(HOLDS, laws(partial)).orElseThrow().strength());
        assertEquals(Strength.FULL, decide(HOLDS, laws(partial, full)).orElseThrow().strength());
    }

    private static Optional<FactorResult> decide(String factor, CountyFacts facts) {
        return new StateLawRule().decide(FactorCase.of(Factor.valueOf(factor), facts, DAY));
    }
}
