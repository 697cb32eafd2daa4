package atlas.scoring.rubric;

import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static atlas.scoring.GivenFacts.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.events.EventJson;
import atlas.scoring.facts.CountyFacts;

class RubricTest {

    private static final LocalDate DAY = LocalDate.of(2019, 12, 17);
    private static final Rubrics RUBRICS = new Rubrics(List.of("ilrc-2019", "ilrc-2019-partial-half"));

    @Test
    void reportsRubricCountsTheSevenFactorsInItsOrder() {
        Rubric rubric = RUBRICS.standard().rubric();

        assertEquals(List.of("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS",
                "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY", "PROHIBITS_ASSISTANCE"),
                rubric.factors().stream().map(factor -> factor.code().name()).toList());
        assertEquals("[0, 1, 2, 3, 4, 5, 6, 7]", rubric.attainableScores().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "7 | Most comprehensive policies", "3 | Likely decline to hold people", "0 | Actively contract with ICE" })
    void quotesTheReportsWordsForATier(BigDecimal score, String opening) {
        Tier tier = RUBRICS.standard().rubric().tierOf(score);

        assertTrue(tier.publishedWording().text().startsWith(opening));
        assertTrue(tier.publishedWording().source().title().startsWith("Growing the Resistance"));
        assertTrue(tier.label().matches("(All|None|\\w+ of) .*seven factors protected|None of the seven factors protected"));
    }

    @Test
    void secondRubricGivesHalvesForProtectionWithExceptions() {
        CountyFacts facts = facts(
                List.of(policy().with("strength", "PARTIAL"), policy().with("factor", "PROHIBITS_ASSISTANCE")),
                List.of(law().partly("REQUIRES", "PROHIBITS_STATUS_INQUIRY"), law().partly("REQUIRES", "NO_287G")));

        Scorer halves = RUBRICS.named("ilrc-2019-partial-half").orElseThrow();

        assertEquals("3.5", halves.score(facts, DAY).score().toString());
        assertEquals("3.5 of 7 points", halves.rubric().tierOf(new BigDecimal("3.5")).label());
        assertEquals("5", RUBRICS.standard().score(facts, DAY).score().toString());
    }

    @Test
    void shippedRubricsDifferInThePointsOfAProtectionWithExceptionsAlone() {
        Rubric standard = RUBRICS.standard().rubric();
        Rubric halves = RUBRICS.named("ilrc-2019-partial-half").orElseThrow().rubric();

        assertEquals(standard.rules(), halves.rules());
        for (int i = 0; i < standard.factors().size(); i++) {
            FactorPoints half = halves.factors().get(i);
            assertEquals(standard.factors().get(i), new FactorPoints(half.code(), half.title(), half.full(), half.full()));
            assertEquals("0.5", half.partial().toString());
        }
        assertEquals(15, halves.attainableScores().size());
    }

    @Test
    void wholeScoresAreWrittenWithoutAFraction() {
        CountyFacts facts = facts(List.of(policy().with("strength", "PARTIAL"),
                policy().with("factor", "PROHIBITS_ASSISTANCE").with("strength", "PARTIAL")), List.of());

        assertEquals("3", RUBRICS.named("ilrc-2019-partial-half").orElseThrow().score(facts, DAY).score().toString());
    }

    @Test
    void refusesARubricThatCannotScoreEveryCounty() throws Exception {
        ObjectNode gap = rubric();
        ((ArrayNode) gap.get("tiers")).remove(3);
        ObjectNode overlap = rubric();
        ((ObjectNode) overlap.get("tiers").get(3)).put("maxScore", 5);
        ObjectNode withoutFactor = rubric();
        ((ArrayNode) withoutFactor.get("factors")).remove(6);
        ObjectNode unknownRule = rubric();
        ((ObjectNode) unknownRule.get("rules").get(0)).put("name", "gut-feeling");

        for (ObjectNode broken : List.of(gap, overlap, withoutFactor, unknownRule)) {
            assertThrows(Exception.class,
                    () -> new Scorer(EventJson.mapper().treeToValue(broken, Rubric.class)), broken::toString);
        }
    }

    @Test
    void refusesARubricThatIsNotThere() {
        assertThrows(IllegalArgumentException.class, () -> new Rubrics(List.of("ilrc-1919")));
    }

    private static ObjectNode rubric() throws Exception {
        return (ObjectNode) EventJson.mapper().readTree(RubricTest.class.getResourceAsStream("/rubrics/ilrc-2019.json"));
    }
}
