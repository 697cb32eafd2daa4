package atlas.scoring.nextsteps;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@ScoringServers
class NextStepsApiTest {

    private static final String DAVIS = "49011";
    private static final String SALT_LAKE = "49035";
    private static final String UTAH = "49049";
    private static final String WEBER = "49057";
    private static final String DAY = "?as_of=2019-12-17";
    private static final String HALF = "&rubric=ilrc-2019-partial-half";
    private static final Given SHERIFF = policy("9301", SALT_LAKE).with("instrument", "SHERIFF_POLICY").from("2014-05-01")
            .with("sources", List.of(Map.of("title", "Letter of the sheriff")));
    private static final Given ORDINANCE = policy("9302", DAVIS).with("strength", "PARTIAL").from("2016-01-01");
    private static final Given CONTRACT = policy("9303", DAVIS).with("factor", "NO_287G").with("stance", "ENTANGLED")
            .with("instrument", "CONTRACT").from("2018-01-01").to("2021-01-01")
            .with("sources", List.of(Map.of("title", "Memorandum of agreement")));
    private static final Given MANDATE = law("9304").with("direction", "MANDATE").with("citation", "Utah Code 1")
            .from("2012-01-01")
            .that("MANDATES", "LIMITS_ICE_NOTIFICATIONS").with("sources", List.of(Map.of("title", "Utah Code")));
    private static final Given PREEMPTION = law("9305").with("direction", "PREEMPTION").from("2012-01-01")
            .that("PREEMPTS", "PROHIBITS_STATUS_INQUIRY");
    private static final Given SANCTUARY = law("9306").from("2019-01-01").that("REQUIRES", "LIMITS_ICE_INTERROGATIONS", UTAH)
            .partly("REQUIRES", "PROHIBITS_ASSISTANCE").version(1, "2020-02-01T00:00:00Z");

    private static boolean recorded;

    @Inject
    Wire wire;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        List.of(SHERIFF, ORDINANCE, CONTRACT).forEach(policy -> wire.policy("ADDED", policy));
        List.of(MANDATE, PREEMPTION, SANCTUARY).forEach(law -> wire.law("ADDED", law));
        awaitThat("/v1/counties/49035" + DAY, "score", equalTo(4));
        awaitThat("/v1/counties/49011" + DAY, "score", equalTo(3));
        awaitThat("/v1/counties/49049" + DAY, "score", equalTo(4));
        awaitThat("/v1/counties/49057" + DAY, "factors[5].preempted", equalTo(true));
        awaitThat("/v1/counties/49057" + DAY, "factors[3].basis", equalTo("STATE_LAW"));
        recorded = true;
    }

    @Test
    void namesEachFactorThatWouldAddToTheScore() {
        get("/v1/counties/49057/next-steps" + DAY).statusCode(200).body("fips", equalTo(WEBER))
                .body("name", equalTo("Weber County")).body("state", equalTo("UT")).body("$", not(hasKey("requestedFips")))
                .body("asOf", equalTo("2019-12-17")).body("rubric", equalTo("ilrc-2019")).body("status", equalTo("ANALYZED"))
                .body("score", equalTo(3)).body("highestScore", equalTo(7))
                .body("steps.factor", contains("LIMITS_ICE_HOLDS", "LIMITS_ICE_NOTIFICATIONS", "LIMITS_ICE_INTERROGATIONS",
                        "PROHIBITS_STATUS_INQUIRY"))
                .body("steps.adds", everyItem(equalTo(1))).body("steps.scoreAfter", everyItem(equalTo(4)))
                .body("steps.protected", everyItem(equalTo(false)))
                .body("steps.basis", contains("ASSUMED", "STATE_LAW", "ASSUMED", "ASSUMED"))
                .body("steps[0].title", equalTo("Refuses or restricts holding people on ICE detainers"))
                .body("steps.open", contains(true, false, true, false));
    }

    @Test
    void lawsThatCloseAStepAreCited() {
        get("/v1/counties/49057/next-steps" + DAY).body("steps[0].closedBy", empty())
                .body("steps[1].closedBy.id", contains(MANDATE.id().toString()))
                .body("steps[1].closedBy[0].effect", equalTo("MANDATES")).body("steps[1].closedBy[0].state", equalTo("UT"))
                .body("steps[1].closedBy[0].title", equalTo("Law " + MANDATE.id()))
                .body("steps[1].closedBy[0].citation", equalTo("Utah Code 1"))
                .body("steps[1].closedBy[0].sources.title", contains("Utah Code"))
                .body("steps[3].closedBy.id", contains(PREEMPTION.id().toString()))
                .body("steps[3].closedBy[0].effect", equalTo("PREEMPTS"));
        get("/v1/counties/49057/next-steps?as_of=2011-12-31").body("steps.open", everyItem(equalTo(true)));
    }

    @Test
    void similarCountiesAreThoseOfTheStateFirst() {
        get("/v1/counties/49057/next-steps" + DAY)
                .body("steps[0].similarCounties.inState.counties", equalTo(2))
                .body("steps[0].similarCounties.inState.of", equalTo(3))
                .body("steps[0].similarCounties.nation.counties", greaterThanOrEqualTo(2))
                .body("steps[0].similarCounties.nation.of", greaterThanOrEqualTo(24))
                .body("steps[0].similarCounties.instruments.instrument", hasItem("SHERIFF_POLICY"))
                .body("steps[0].similarCounties.instruments.find { it.instrument == 'SHERIFF_POLICY' }.kind",
                        equalTo("COUNTY_POLICY"))
                .body("steps[0].similarCounties.examples.size()", lessThanOrEqualTo(5))
                .body("steps[0].similarCounties.examples[0].fips", equalTo(DAVIS))
                .body("steps[0].similarCounties.examples[1].fips", equalTo(SALT_LAKE))
                .body("steps[0].similarCounties.examples[1].name", equalTo("Salt Lake County"))
                .body("steps[0].similarCounties.examples[1].state", equalTo("UT"))
                .body("steps[0].similarCounties.examples[1].kind", equalTo("COUNTY_POLICY"))
                .body("steps[0].similarCounties.examples[1].instrument", equalTo("SHERIFF_POLICY"))
                .body("steps[0].similarCounties.examples[1].id", equalTo(SHERIFF.id().toString()))
                .body("steps[0].similarCounties.examples[1].title", equalTo("Policy " + SHERIFF.id()))
                .body("steps[0].similarCounties.examples[1].effectiveFrom", equalTo("2014-05-01"))
                .body("steps[0].similarCounties.examples[1].sources.title", contains("Letter of the sheriff"));
    }

    @Test
    void countiesThatALawProtectsAreToldFromThoseThatDidItThemselves() {
        get("/v1/counties/49057/next-steps" + DAY)
                .body("steps[2].similarCounties.inState.counties", equalTo(1))
                .body("steps[2].similarCounties.examples[0].fips", equalTo(UTAH))
                .body("steps[2].similarCounties.examples[0].kind", equalTo("STATE_LAW"))
                .body("steps[2].similarCounties.examples[0].instrument", equalTo("STATUTE"))
                .body("steps[2].similarCounties.examples[0].id", equalTo(SANCTUARY.id().toString()))
                .body("steps[2].similarCounties.instruments.find { it.kind == 'STATE_LAW' }.instrument", equalTo("STATUTE"));
    }

    @Test
    void instrumentsStandWithTheMostUsedInTheStateFirst() {
        var instruments = get("/v1/counties/49057/next-steps" + DAY).extract().body().jsonPath();
        List<Integer> inState = instruments.getList("steps[0].similarCounties.instruments.inState");
        List<Integer> counties = instruments.getList("steps[0].similarCounties.instruments.counties");

        assertTrue(inState.get(0) > 0, inState.toString());
        for (int i = 1; i < inState.size(); i++) {
            assertTrue(inState.get(i) < inState.get(i - 1)
                    || inState.get(i).equals(inState.get(i - 1)) && counties.get(i) <= counties.get(i - 1),
                    inState + " " + counties);
            assertTrue(inState.get(i) <= counties.get(i));
        }
    }

    @Test
    void assumptionsOfOtherCountiesAreNoExamples() {
        get("/v1/counties/49011/next-steps" + DAY).body("steps[0].factor", equalTo("NO_287G"))
                .body("steps[0].similarCounties.inState.counties", equalTo(0))
                .body("steps[0].similarCounties.inState.of", equalTo(3));
    }

    @Test
    void stepOfAContractFactorIsToEndTheContract() {
        get("/v1/counties/49011/next-steps" + DAY).body("score", equalTo(3)).body("steps[0].basis", equalTo("CONTRACT"))
                .body("steps[0].open", equalTo(true)).body("steps[0].scoreAfter", equalTo(4))
                .body("steps[0].records.id", contains(CONTRACT.id().toString()))
                .body("steps[0].records[0].stance", equalTo("ENTANGLED"))
                .body("steps[0].records[0].instrument", equalTo("CONTRACT"))
                .body("steps[0].records[0].effectiveFrom", equalTo("2018-01-01"))
                .body("steps[0].records[0].sources.title", contains("Memorandum of agreement"));
        get("/v1/counties/49011/next-steps?as_of=2021-01-01").body("steps.factor", not(hasItem("NO_287G")));
    }

    @Test
    void rubricThatWeighsExceptionsHasStepsToFullProtection() {
        get("/v1/counties/49011/next-steps" + DAY + HALF).body("rubric", equalTo("ilrc-2019-partial-half"))
                .body("score", equalTo(2)).body("steps.factor", hasSize(6)).body("steps[1].factor", equalTo("LIMITS_ICE_HOLDS"))
                .body("steps[1].protected", equalTo(true)).body("steps[1].adds", equalTo(0.5f))
                .body("steps[1].scoreAfter", equalTo(2.5f)).body("steps[1].open", equalTo(true))
                .body("steps[1].records.id", contains(ORDINANCE.id().toString()))
                .body("steps[5].factor", equalTo("PROHIBITS_ASSISTANCE")).body("steps[5].open", equalTo(false))
                .body("steps[5].closedBy[0].effect", equalTo("REQUIRES")).body("steps[0].scoreAfter", equalTo(3));
        get("/v1/counties/49057/next-steps" + DAY + HALF).body("steps[0].similarCounties.inState.counties", equalTo(1))
                .body("steps[0].similarCounties.examples[0].fips", equalTo(SALT_LAKE));
    }

    @Test
    void countyWithoutInformationStartsFromWhatIsAssumed() {
        get("/v1/counties/49057/next-steps?as_of=2010-01-01").body("status", equalTo("NO_INFORMATION"))
                .body("$", hasKey("score")).body("score", nullValue()).body("steps", hasSize(5))
                .body("steps.scoreAfter", everyItem(equalTo(3))).body("steps.basis", everyItem(equalTo("ASSUMED")));
    }

    @Test
    void answersWhatWasKnownThen() {
        get("/v1/counties/49057/next-steps" + DAY + "&known_at=2020-01-15T00:00:00Z")
                .body("knownAt", equalTo("2020-01-15T00:00:00Z")).body("score", equalTo(2)).body("steps", hasSize(5))
                .body("steps[2].similarCounties.inState.counties", equalTo(0));
        String path = "/v1/counties/49057/next-steps" + DAY;
        String knownAt = get(path).extract().path("knownAt");
        assertEquals(get(path).extract().asString(), get(path + "&known_at=" + knownAt).extract().asString());
    }

    @Test
    void olderCodesAnswerTheirCountyOrTheChoice() {
        get("/v1/counties/49901/next-steps").statusCode(200).body("fips", equalTo(WEBER))
                .body("requestedFips", equalTo("49901"));
        get("/v1/counties/02261/next-steps").statusCode(300).body("counties.fips", contains("02063", "02066"));
    }

    @ParameterizedTest
    @CsvSource({ "/v1/counties/49999/next-steps, 404, ", "/v1/counties/4905/next-steps, 400, fips",
            "/v1/counties/49057/next-steps?as_of=x, 400, as_of", "/v1/counties/49057/next-steps?known_at=x, 400, known_at",
            "/v1/counties/49057/next-steps?rubric=mine, 400, rubric" })
    void refusesWhatIsNotThereOrNotValid(String path, int status, String field) {
        get(path).statusCode(status).contentType("application/problem+json").body("errors?.getAt(0)?.field", equalTo(field));
    }

    @Test
    void refusesWhoComesWithoutTheGatewaysToken() {
        RestAssured.given().get("/v1/counties/49057/next-steps").then().statusCode(401);
    }

    private static Given policy(String end, String county) {
        return Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000" + end)).with("county", county)
                .with("state", "UT");
    }

    private static Given law(String end) {
        return Given.law(UUID.fromString("0197a000-0000-7000-8000-00000000" + end)).with("state", "UT");
    }
}
