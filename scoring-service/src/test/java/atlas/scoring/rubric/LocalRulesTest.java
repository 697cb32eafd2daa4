package atlas.scoring.rubric;

import static atlas.scoring.Given.policy;
import static atlas.scoring.GivenFacts.policies;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.events.Factor;
import atlas.scoring.Given;

class LocalRulesTest {

    private static final LocalDate DAY = LocalDate.of(2019, 12, 17);

    @ParameterizedTest(name = "{0} with {1}: {2} {3}")
    @CsvSource(nullValues = "-", value = {
            "NO_287G,               ENTANGLED,            false, CONTRACT",
            "NO_DETENTION_CONTRACT, ENTANGLED,            false, CONTRACT",
            "NO_287G,               PROTECTIVE,           true,  COUNTY_POLICY",
            "NO_287G,               ENTANGLED PROTECTIVE, false, CONTRACT",
            "NO_287G,               NO_POLICY,            -,     -",
            "NO_287G,               -,                    -,     -",
            "LIMITS_ICE_HOLDS,      ENTANGLED,            -,     -" })
    void anyContractInForceDecidesAContractFactor(String factor, String stances, Boolean expected, String basis) {
        Given[] records = stances == null ? new Given[0]
                : Arrays.stream(stances.split(" "))
                        .map(stance -> policy().with("factor", factor).with("stance", stance)).toArray(Given[]::new);

        Optional<FactorResult> decision = decide(new ContractRule(), factor, records);

        assertEquals(Optional.ofNullable(expected), decision.map(FactorResult::isProtected));
        assertEquals(Optional.ofNullable(basis), decision.map(result -> result.basis().name()));
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(nullValues = "-", value = {
            "LIMITS_ICE_HOLDS, 2018-01-01 PROTECTIVE,                       true",
            "LIMITS_ICE_HOLDS, 2018-01-01 ENTANGLED,                        false",
            "LIMITS_ICE_HOLDS, 2018-01-01 NO_POLICY,                        false",
            "LIMITS_ICE_HOLDS, 2018-01-01 PROTECTIVE 2019-01-01 NO_POLICY,  false",
            "LIMITS_ICE_HOLDS, 2019-01-01 PROTECTIVE 2018-01-01 ENTANGLED,  true",
            "LIMITS_ICE_HOLDS, open PROTECTIVE 2001-01-01 ENTANGLED,        false",
            "LIMITS_ICE_HOLDS, 2018-01-01 PROTECTIVE 2021-01-01 ENTANGLED,  true",
            "LIMITS_ICE_HOLDS, -,                                           -",
            "NO_287G,          2018-01-01 PROTECTIVE,                       -" })
    void latestRecordInForceDecidesARestriction(String factor, String records, Boolean expected) {
        Optional<FactorResult> decision = decide(new RestrictionRule(), factor, records(factor, records));

        assertEquals(Optional.ofNullable(expected), decision.map(FactorResult::isProtected));
        decision.ifPresent(result -> {
            assertEquals("COUNTY_POLICY", result.basis().name());
            assertEquals(1, result.records().size());
        });
    }

    @Test
    void ofRecordsThatBeganTogetherTheOneFirstRecordedLaterDecides() {
        Given first = policy().from("2019-01-01").with("stance", "PROTECTIVE").version(1, "2020-01-01T00:00:00Z");
        Given later = policy().from("2019-01-01").with("stance", "ENTANGLED").version(1, "2020-01-02T00:00:00Z");
        Given corrected = first.version(2, "2021-01-01T00:00:00Z");

        assertEquals(later.id(), deciding(first, later, corrected));
    }

    @Test
    void ofRecordsMadeTogetherTheLargerIdDecides() {
        Given larger = policy(UUID.fromString("f0000000-0000-7000-8000-000000000000"));
        Given smaller = policy(UUID.fromString("70000000-0000-7000-8000-000000000000"));

        assertEquals(larger.id(), deciding(larger, smaller));
    }

    @ParameterizedTest
    @CsvSource({ "NO_287G, true", "NO_DETENTION_CONTRACT, true", "LIMITS_ICE_HOLDS, false", "LIMITS_ICE_NOTIFICATIONS, false",
            "LIMITS_ICE_INTERROGATIONS, false", "PROHIBITS_STATUS_INQUIRY, false", "PROHIBITS_ASSISTANCE, false" })
    void withNothingOnRecordOnlyTheAbsenceOfContractsIsAssumed(String factor, boolean expected) {
        FactorResult result = decide(new DefaultRule(), factor).orElseThrow();

        assertEquals(expected, result.isProtected());
        assertEquals("ASSUMED", result.basis().name());
        assertNull(result.strength());
        assertTrue(result.records().isEmpty() && result.laws().isEmpty());
    }

    private static UUID deciding(Given... records) {
        return decide(new RestrictionRule(), "LIMITS_ICE_HOLDS", records).orElseThrow().records().get(0).id();
    }

    private static Given[] records(String factor, String records) {
        String[] words = records == null ? new String[0] : records.split(" ");
        return Stream.iterate(0, i -> i < words.length, i -> i + 2)
                .map(i -> policy().with("factor", factor).with("stance", words[i + 1])
                        .from(words[i].equals("open") ? null : words[i]))
                .toArray(Given[]::new);
    }

    private static Optional<FactorResult> decide(Rule rule, String factor, Given... records) {
        return rule.decide(FactorCase.of(Factor.valueOf(factor), policies(records), DAY));
    }
}
