package atlas.scoring.applying;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Given.law;
import static atlas.scoring.Given.policy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.scoring.Given;
import atlas.scoring.ScoreLog;
import atlas.scoring.ScoringServers;
import atlas.scoring.TestClock;
import atlas.scoring.Wire;
import atlas.service.time.Today;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ScoringServers
class ApplyingTest {

    private static final String HOLDS = "LIMITS_ICE_HOLDS";

    @Inject
    Wire wire;

    @Inject
    ScoreLog scoreChanges;

    @Inject
    Tables tables;

    @Inject
    TestClock clock;

    @Inject
    Today time;

    @BeforeEach
    void counties() throws Exception {
        wire.registerCounties();
    }

    @Test
    void recordReachesTheScoreAndTheScoreIsAnnounced() {
        Given record = policy().with("county", "24001").from("2019-07-22");

        UUID event = wire.policy("ADDED", record);

        awaitThat("/v1/counties/24001?as_of=2019-12-17", "score", equalTo(3));
        JsonNode change = scoreChanges.of("24001", event, 1).get(0);
        assertEquals("atlas.score.changed", change.path("type").textValue());
        assertEquals("/scoring-service", change.path("source").textValue());
        JsonNode data = change.path("data");
        assertEquals("24001 MD ilrc-2019", data.path("fips").textValue() + " " + data.path("state").textValue() + " "
                + data.path("rubric").textValue());
        assertEquals("2019-07-22", data.path("from").textValue());
        assertTrue(data.get("to").isNull());
        assertEquals(time.today().toString(), data.path("asOf").textValue());
        assertEquals("NO_INFORMATION", data.at("/before/status").textValue());
        assertTrue(data.at("/before/score").isNull());
        assertEquals("ANALYZED 3 1", data.at("/after/status").textValue() + " " + data.at("/after/score") + " "
                + data.at("/after/documentedFactors"));
        assertEquals("POLICY_RECORD ADDED", data.at("/cause/kind").textValue() + " " + data.at("/cause/change").textValue());
        assertEquals(event.toString(), data.at("/cause/event").textValue());
        assertEquals(record.id().toString(), data.at("/cause/records/0").textValue());
        JsonNode holds = data.at("/after/factors/2");
        assertEquals(HOLDS + " true COUNTY_POLICY", holds.path("code").textValue() + " " + holds.path("protected") + " "
                + holds.path("basis").textValue());
        assertEquals(record.id().toString(), holds.at("/records/0").textValue());
    }

    @Test
    void sameVersionAgainHasNoEffectAndIsNotAnnounced() {
        Given record = policy().with("county", "24003");
        UUID first = wire.policy("ADDED", record);
        UUID again = wire.policy("ADDED", record);
        UUID behind = wire.policy("ADDED", policy().with("county", "24003").with("factor", "PROHIBITS_ASSISTANCE"));

        awaitThat("/v1/counties/24003", "score", equalTo(4));
        assertEquals(1, scoreChanges.of("24003", first, 1).size());
        assertEquals(1, scoreChanges.of("24003", behind, 1).size());
        assertEquals(0, scoreChanges.inAll("24003", again).size());
        assertEquals(1, tables.count("policy_version WHERE id = '" + record.id() + "'"));
    }

    @Test
    void highestVersionCountsInWhateverOrderVersionsCome() {
        Given first = policy().with("county", "24005").version(1, "2020-01-01T00:00:00Z");
        Given second = first.version(2, "2020-02-01T00:00:00Z").with("stance", "ENTANGLED");
        wire.policy("CORRECTED", second);
        awaitThat("/v1/counties/24005", "score", equalTo(2));

        UUID late = wire.policy("ADDED", first);
        wire.policy("ADDED", policy().with("county", "24005").with("factor", "PROHIBITS_ASSISTANCE"));

        awaitThat("/v1/counties/24005", "score", equalTo(3));
        get("/v1/counties/24005").body("factors[2].protected", equalTo(false));
        get("/v1/counties/24005?known_at=2020-01-31T00:00:00Z").body("factors[2].protected", equalTo(true));
        assertEquals(0, scoreChanges.inAll("24005", late).size());
    }

    @Test
    void correctionOfThePastTellsItsSpan() {
        Given first = policy().with("county", "24009").from("2018-01-01").to("2018-06-01").version(1, "2020-01-01T00:00:00Z");
        wire.policy("ADDED", first);
        awaitThat("/v1/counties/24009?as_of=2018-05-31", "score", equalTo(3));

        UUID correction = wire.policy("CORRECTED", first.to("2018-03-01").version(2, "2020-02-01T00:00:00Z"));

        JsonNode data = scoreChanges.of("24009", correction, 1).get(0).path("data");
        assertEquals("2018-03-01 2018-06-01 2018-05-31", data.path("from").textValue() + " " + data.path("to").textValue() + " "
                + data.path("asOf").textValue());
        assertEquals("3 2", data.at("/before/score") + " " + data.at("/after/score"));
    }

    @Test
    void eachEventOfABatchTellsItsOwnDifference() {
        List<UUID> events = List.of(
                wire.policy("ADDED", policy().with("county", "24011")),
                wire.policy("ADDED", policy().with("county", "24011").with("factor", "PROHIBITS_ASSISTANCE")),
                wire.policy("ADDED", policy().with("county", "24011").with("factor", "PROHIBITS_STATUS_INQUIRY")));

        awaitThat("/v1/counties/24011", "score", equalTo(5));
        assertEquals(List.of("null 3", "3 4", "4 5"), events.stream()
                .map(event -> scoreChanges.of("24011", event, 1).get(0))
                .map(change -> change.at("/data/before/score") + " " + change.at("/data/after/score")).toList());
    }

    @Test
    void lawTurnsEveryCountyOfItsState() {
        Given law = law().with("state", "TX").with("direction", "MANDATE").from("2017-09-01").that("MANDATES", HOLDS);

        UUID event = wire.law("ADDED", law);

        for (String fips : List.of("48113", "48201", "48453")) {
            awaitThat("/v1/counties/" + fips + "?as_of=2019-12-17", "factors[2].basis", equalTo("STATE_LAW"));
            JsonNode data = scoreChanges.of(fips, event, 1).get(0).path("data");
            assertEquals("2017-09-01", data.path("from").textValue());
            assertEquals("STATE_LAW", data.at("/cause/kind").textValue());
            assertEquals(law.id().toString(), data.at("/cause/laws/0").textValue());
        }
    }

    @Test
    void courtEventIsToldFromACorrectionOfTheLaw() {
        Given law = law().with("state", "SD").from("2020-06-01").that("REQUIRES", HOLDS).version(1, "2020-01-01T00:00:00Z");
        Given enjoined = law.court("2021-03-01", "ENJOINED").version(2, "2020-02-01T00:00:00Z");
        Given corrected = enjoined.that("REQUIRES", "PROHIBITS_ASSISTANCE").court("2021-06-01", "IN_FORCE").version(3,
                "2020-03-01T00:00:00Z");
        wire.law("ADDED", law);

        UUID ruling = wire.law("CORRECTED", law, enjoined);
        UUID correction = wire.law("CORRECTED", enjoined, corrected);

        JsonNode ruled = scoreChanges.of("46102", ruling, 1).get(0).path("data");
        assertEquals("2021-03-01 COURT_EVENT CORRECTED " + law.id(), ruled.path("from").textValue() + " "
                + ruled.at("/cause/kind").textValue() + " " + ruled.at("/cause/change").textValue() + " "
                + ruled.at("/cause/laws/0").textValue());
        assertEquals("STATE_LAW", scoreChanges.of("46102", correction, 1).get(0).at("/data/cause/kind").textValue());
    }

    @Test
    void countyThatEntersStandsUnderTheLawsOfItsState() {
        Given law = law().with("state", "VT").that("REQUIRES", HOLDS);
        wire.law("ADDED", law);
        await().until(() -> tables.count("law_version WHERE id = '" + law.id() + "'") == 1);

        UUID registration = wire.register(Given.county("50001", "VT", "Addison County"));

        awaitThat("/v1/counties/50001", "score", equalTo(3));
        JsonNode data = scoreChanges.of("50001", registration, 1).get(0).path("data");
        assertEquals("STATE_LAW", data.at("/cause/kind").textValue());
        assertEquals(law.id().toString(), data.at("/cause/laws/0").textValue());
    }

    @Test
    void newerRegistryEntryReplacesTheOlderAndLeavesTheScore() {
        Given entry = Given.county("24013", "MD", "Carroll County");
        wire.register(entry.with("hasJail", true).with("recordedAt", "2020-02-01T00:00:00Z"));
        awaitThat("/v1/counties/24013", "hasJail", equalTo(true));

        wire.register(entry.with("hasJail", false).with("recordedAt", "2020-01-15T00:00:00Z"));
        wire.policy("ADDED", policy().with("county", "24013"));

        awaitThat("/v1/counties/24013", "score", equalTo(3));
        get("/v1/counties/24013").body("hasJail", equalTo(true));
    }

    @Test
    void recordOfAStateAloneIsKeptAndScoresNothing() {
        Given record = policy().with("county", null).with("state", "NM").with("scope", "STATE_AGENCY").with("agency",
                "Corrections");

        wire.policy("ADDED", record);

        await().until(() -> tables.count("policy_version WHERE county IS NULL AND id = '" + record.id() + "'") == 1);
        get("/v1/counties/35013").body("status", equalTo("NO_INFORMATION"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "not JSON", "{}", "{\"specversion\":\"1.0\",\"id\":\"0197a000-0000-7000-8000-000000000001\","
            + "\"type\":\"atlas.unheard.of\",\"data\":{}}" })
    void messageThatCannotBeReadIsParkedAndThoseBehindItGoOn(String message) {
        wire.raw("county-policy-changes", "24015", message);
        Given behind = policy().with("county", "24015");
        wire.policy("ADDED", behind);

        await().until(() -> tables.count("policy_version WHERE id = '" + behind.id() + "'") == 1);
        assertEquals(1, tables.count("parked_message WHERE convert_from(payload, 'UTF8') = '" + message + "'"));
    }

    @Test
    void eventsThatCannotBeScoredAreParkedWithTheReason() {
        UUID unknownCounty = wire.policy("ADDED", policy().with("county", "24999"));
        UUID otherState = wire.policy("ADDED", policy().with("county", "24017").with("state", "TX"));
        UUID withoutStance = wire.policy("ADDED", policy().with("county", "24017").with("stance", null));
        UUID versionZero = wire.policy("ADDED", policy().with("county", "24017").with("version", 0));
        UUID moved = wire.policyMoved(policy().with("county", "24015"), policy().with("county", "24017"));
        UUID notAState = wire.law("ADDED", law().with("state", "ZZ"));
        UUID courtWithoutDate = wire.law("ADDED", law().with("state", "GA").court(null, "ENJOINED"));
        wire.policy("ADDED", policy().with("county", "24017"));

        awaitThat("/v1/counties/24017", "score", equalTo(3));
        assertParked(unknownCounty, "the county is not known: 24999");
        assertParked(otherState, "the county is of another state than the record");
        assertParked(withoutStance, "the event lacks /data/after/stance");
        assertParked(versionZero, "a record needs a version of 1 or more");
        assertParked(moved, "a record does not move to another county");
        assertParked(notAState, "a law needs a version of 1 or more and a state");
        assertParked(courtWithoutDate, "an effect needs its factor and kind, an entry of the court history its date");
    }

    @Test
    void scoreTurnsOnTheDayThatWasRecordedBeforehand() {
        LocalDate day = time.today().plusDays(2);
        Given record = policy().with("county", "24019").from(day.toString()).to(day.plusDays(1).toString());
        UUID event = wire.policy("ADDED", record);
        awaitThat("/v1/counties/24019?as_of=" + day, "score", equalTo(3));
        get("/v1/counties/24019").body("score", nullValue());
        assertEquals(0, scoreChanges.inAll("24019", event).size());

        clock.letPass(Duration.ofDays(4));

        List<JsonNode> changes = scoreChanges.of("24019", record.id(), 2);
        assertEquals(List.of(day + " null 3", day.plusDays(1) + " 3 2"), changes.stream().map(change -> change.path("data"))
                .map(data -> data.path("asOf").textValue() + " " + data.at("/before/score") + " " + data.at("/after/score"))
                .toList());
        assertEquals("DAY_TURNED", changes.get(0).at("/data/cause/kind").textValue());
        assertEquals(day.toString(), changes.get(0).at("/data/from").textValue());
        assertEquals(2, scoreChanges.inAll("24019", record.id()).size());
        await().untilAsserted( // each day is turned by itself, the last one after those with changes
                () -> assertEquals(1, tables.count("applier WHERE turned_day = '" + time.today() + "'")));
    }

    private void assertParked(UUID event, String reason) {
        await().untilAsserted(() -> assertEquals(1, tables.count(
                "parked_message WHERE convert_from(payload, 'UTF8') LIKE '%" + event + "%' AND reason LIKE '" + reason
                        + "%'")));
    }
}
