package atlas.scoring.statistics;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Given.policy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import atlas.service.time.Today;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@ScoringServers
class TablesApiTest {

    private static final String TYPES = "/v1/statistics/policy-types?state=ID";
    private static final String SCORES = "/v1/statistics/score-distribution?state=ID";
    private static final String TIMELINE = "/v1/statistics/timeline?state=ID";
    private static final Given HOLDS = policy(id("9101")).with("state", "ID").with("county", "16001")
            .with("strength", "PARTIAL").from("2018-05-31");
    private static final Given CONTRACT = policy(id("9102")).with("state", "ID").with("county", "16027")
            .with("factor", "NO_287G").with("stance", "ENTANGLED").with("instrument", "CONTRACT").from("2018-01-01");
    private static final Given CONTRACT_CORRECTED = CONTRACT.from("2019-01-01").version(2, "2021-01-01T00:00:00Z");
    private static final Given LAW = Given.law(id("9103")).with("state", "ID").from("2019-07-01")
            .that("REQUIRES", "PROHIBITS_STATUS_INQUIRY");

    private static boolean recorded;

    @Inject
    Wire wire;

    @Inject
    Today time;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        wire.policy("ADDED", HOLDS);
        wire.policy("ADDED", CONTRACT);
        wire.policy("CORRECTED", CONTRACT_CORRECTED);
        wire.law("ADDED", LAW);
        awaitThat("/v1/counties/16001?as_of=2019-12-17", "score", equalTo(4));
        awaitThat("/v1/counties/16027?as_of=2018-06-30", "status", equalTo("NO_INFORMATION"));
        awaitThat("/v1/counties/16027?as_of=2019-12-17", "score", equalTo(2));
        recorded = true;
    }

    @Test
    void countsThoseThatProtectEachFactor() {
        get(TYPES + "&as_of=2019-12-17").statusCode(200).body("asOf", equalTo("2019-12-17"))
                .body("knownAt", equalTo("2021-01-01T00:00:00Z")).body("rubric", equalTo("ilrc-2019"))
                .body("state", equalTo("ID")).body("counties", equalTo(3)).body("analyzed", equalTo(3))
                .body("coverage", equalTo(1.0f))
                .body("items.factor", contains("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS",
                        "LIMITS_ICE_NOTIFICATIONS", "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY",
                        "PROHIBITS_ASSISTANCE"))
                .body("items.protected", contains(2, 3, 1, 0, 0, 3, 0))
                .body("items.share", contains(0.667f, 1.0f, 0.333f, 0.0f, 0.0f, 1.0f, 0.0f))
                .body("items", everyItem(not(hasKey("byBasis"))));
    }

    @Test
    void splitsByWhatTheResultsRestOn() {
        get(TYPES + "&as_of=2019-12-17&split=basis").statusCode(200).body("items.protected", contains(2, 3, 1, 0, 0, 3, 0))
                .body("items[0].byBasis.basis", hasItems("STATE_LAW", "COUNTY_POLICY", "CONTRACT", "ASSUMED"))
                .body("items[0].byBasis.find { it.basis == 'ASSUMED' }.protected", equalTo(2))
                .body("items[0].byBasis.find { it.basis == 'CONTRACT' }.notProtected", equalTo(1))
                .body("items[2].byBasis.find { it.basis == 'COUNTY_POLICY' }.protected", equalTo(1))
                .body("items[2].byBasis.find { it.basis == 'ASSUMED' }.notProtected", equalTo(2))
                .body("items[5].byBasis.find { it.basis == 'STATE_LAW' }.protected", equalTo(3));
        get(SCORES + "&as_of=2019-12-17&split=basis").statusCode(200)
                .body("items[3].byBasis.find { it.basis == 'ASSUMED' }.protectedFactors", equalTo(2))
                .body("items[3].byBasis.find { it.basis == 'COUNTY_POLICY' }.protectedFactors", equalTo(1))
                .body("items[3].byBasis.find { it.basis == 'STATE_LAW' }.protectedFactors", equalTo(1))
                .body("items[3].byBasis.find { it.basis == 'CONTRACT' }.protectedFactors", equalTo(0));
    }

    @Test
    void countsThoseThatHaveEachScoreInTheReportsWords() {
        get(SCORES + "&as_of=2019-12-17").statusCode(200).body("asOf", equalTo("2019-12-17")).body("state", equalTo("ID"))
                .body("knownAt", equalTo("2021-01-01T00:00:00Z")).body("counties", equalTo(3)).body("analyzed", equalTo(3))
                .body("items.score", contains(7, 6, 5, 4, 3, 2, 1, 0)).body("items.counties", contains(0, 0, 0, 1, 1, 1, 0, 0))
                .body("items[3].share", equalTo(0.333f)).body("items[3].tier", equalTo("Four of the seven factors protected"))
                .body("items[3].publishedWording.text", startsWith("Limit significant resources"))
                .body("items[3].publishedWording.source.page", equalTo("Strength of sanctuary policies across the country"))
                .body("items", everyItem(not(hasKey("byBasis"))));
    }

    @Test
    void anotherRubricGivesHalvesAndHasNoWordsOfTheReport() {
        get(SCORES + "&as_of=2019-12-17&rubric=ilrc-2019-partial-half").statusCode(200)
                .body("rubric", equalTo("ilrc-2019-partial-half")).body("items", hasSize(15))
                .body("items.find { it.score == 3.5 }.counties", equalTo(1)).body("items.find { it.score == 4 }.counties",
                        equalTo(0))
                .body("items", everyItem(hasKey("publishedWording"))).body("items.publishedWording", everyItem(nullValue()));
        get(TYPES + "&as_of=2019-12-17&rubric=ilrc-2019-partial-half").body("items.protected", contains(2, 3, 1, 0, 0, 3, 0));
        get(TIMELINE + "&from=2018-06-01&to=2019-12-17&step=year&rubric=ilrc-2019-partial-half")
                .body("rubric", equalTo("ilrc-2019-partial-half"))
                .body("items[0].scoreDistribution.find { it.score == 2.5 }.counties", equalTo(1))
                .body("items[2].scoreDistribution.find { it.score == 3.5 }.counties", equalTo(1));
    }

    @Test
    void aCountyWithoutInformationIsNotCounted() {
        get(TYPES + "&as_of=2018-06-30").body("counties", equalTo(3)).body("analyzed", equalTo(1))
                .body("coverage", equalTo(0.333f)).body("items.protected", contains(1, 1, 1, 0, 0, 0, 0))
                .body("items[0].share", equalTo(1.0f));
        get(TYPES + "&as_of=2017-01-01").body("analyzed", equalTo(0)).body("coverage", equalTo(0.0f))
                .body("items.share", everyItem(nullValue()));
        get(SCORES + "&as_of=2017-01-01").body("items.counties", everyItem(equalTo(0)))
                .body("items.share", everyItem(nullValue()));
        get("/v1/statistics/policy-types?state=WY").statusCode(200).body("counties", equalTo(0)).body("coverage", nullValue());
    }

    @Test
    void knowledgeOfThePastIsWhatWasSaidThen() {
        String then = "&as_of=2018-06-30&known_at=2020-06-01T00:00:00Z";

        get(TYPES + then).body("knownAt", equalTo("2020-06-01T00:00:00Z")).body("analyzed", equalTo(2))
                .body("items.protected", contains(1, 2, 1, 0, 0, 0, 0));
        get(SCORES + then).body("items.counties", contains(0, 0, 0, 0, 1, 0, 1, 0));
        get(SCORES + "&as_of=2018-06-30&known_at=2019-06-01T00:00:00Z").body("analyzed", equalTo(0));
        get(TIMELINE + "&from=2018-01-01&to=2018-06-30&step=quarter&known_at=2020-06-01T00:00:00Z")
                .body("knownAt", equalTo("2020-06-01T00:00:00Z")).body("items.analyzed", contains(1, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = { TYPES + "&as_of=2019-12-17&split=basis", SCORES + "&as_of=2018-06-30",
            TIMELINE + "&from=2018-01-01&to=2019-12-17" })
    void answersTheSameWhenAskedWithTheInstantItShows(String path) {
        String knownAt = get(path).extract().path("knownAt");

        assertEquals(get(path).extract().asString(), get(path + "&known_at=" + knownAt).extract().asString());
    }

    @Test
    void withoutAStateTheNationIsCounted() {
        for (String table : List.of("policy-types", "score-distribution")) {
            get("/v1/statistics/" + table).statusCode(200).body("state", nullValue()).body("$", hasKey("state"))
                    .body("counties", equalTo(registered())).body("analyzed", greaterThan(2))
                    .body("asOf", equalTo(time.today().toString()));
        }
        get("/v1/statistics/timeline?from=2019-01-01").statusCode(200).body("state", nullValue())
                .body("items.counties", everyItem(equalTo(registered())));
    }

    @Test
    void timelineStepsFromItsFirstDayToItsLast() {
        get(TIMELINE + "&from=2018-01-31&to=2018-07-15&step=month").statusCode(200).body("from", equalTo("2018-01-31"))
                .body("to", equalTo("2018-07-15")).body("step", equalTo("month")).body("state", equalTo("ID"))
                .body("items.asOf", contains("2018-01-31", "2018-02-28", "2018-03-31", "2018-04-30", "2018-05-31",
                        "2018-06-30", "2018-07-15"))
                .body("items.analyzed", contains(0, 0, 0, 0, 1, 1, 1)).body("items.counties", everyItem(equalTo(3)))
                .body("items[0].policyTypes.share", everyItem(nullValue())).body("items[4].coverage", equalTo(0.333f));
        get(TIMELINE + "&from=2018-01-31&to=2018-04-30&step=quarter").body("items.asOf", contains("2018-01-31", "2018-04-30"));
    }

    @Test
    void timelineGoesByMonthsUntilTodayUnlessToldOtherwise() {
        String from = time.today().minusDays(1).toString();

        get(TIMELINE + "&from=" + from).statusCode(200).body("step", equalTo("month"))
                .body("items.asOf", contains(from, time.today().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "&known_at=2020-06-01T00:00:00Z", "&rubric=ilrc-2019-partial-half" })
    void eachPointShowsTheTablesOfItsDay(String about) {
        List<Map<String, Object>> points = get(TIMELINE + "&from=2017-12-31&to=2019-12-17&step=month" + about).extract()
                .path("items");

        assertEquals(25, points.size());
        for (Map<String, Object> point : points) {
            String day = "&as_of=" + point.get("asOf") + about;
            Map<String, Object> types = get(TYPES + day).extract().path("$");
            Map<String, Object> scores = get(SCORES + day).extract().path("$");
            assertEquals(types.get("analyzed"), point.get("analyzed"));
            assertEquals(types.get("coverage"), point.get("coverage"));
            assertEquals(without(types, "title"), point.get("policyTypes"));
            assertEquals(without(scores, "tier", "publishedWording"), point.get("scoreDistribution"));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "/v1/statistics/policy-types?state=ZZ, state",
            "/v1/statistics/policy-types?split=x, split",
            "/v1/statistics/policy-types?split=BASIS, split",
            "/v1/statistics/policy-types?as_of=2019-02-30, as_of",
            "/v1/statistics/policy-types?rubric=mine, rubric",
            "/v1/statistics/score-distribution?state=id, state",
            "/v1/statistics/score-distribution?split=state, split",
            "/v1/statistics/score-distribution?known_at=yesterday, known_at",
            "/v1/statistics/timeline, from",
            "/v1/statistics/timeline?from=2019, from",
            "/v1/statistics/timeline?from=2019-01-01&to=x, to",
            "/v1/statistics/timeline?from=2019-01-02&to=2019-01-01, from",
            "/v1/statistics/timeline?from=2099-01-01, from",
            "/v1/statistics/timeline?from=2019-01-01&step=week, step",
            "/v1/statistics/timeline?from=1900-01-01&to=2019-01-01, step",
            "/v1/statistics/timeline?from=2019-01-01&state=ZZ, state",
            "/v1/statistics/timeline?from=2019-01-01&known_at=x, known_at",
            "/v1/statistics/timeline?from=2019-01-01&rubric=mine, rubric" })
    void refusesWhatIsNotValid(String path, String field) {
        get(path).statusCode(400).contentType("application/problem+json").body("errors.field", contains(field));
    }

    @Test
    void refusalSaysWhatWouldFit() {
        get(TIMELINE + "&from=1900-01-01&to=1950-01-01").statusCode(400)
                .body("errors[0].message", containsString("601 by month: step=quarter fits"));
        get(TIMELINE + "&from=2019-01-01&step=week").body("errors[0].message", containsString("month, quarter, year"));
        get(TIMELINE + "&from=2019-01-02&to=2019-01-01").body("errors[0].message", containsString("not be after to"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> without(Map<String, Object> table, String... fields) {
        List<Map<String, Object>> items = (List<Map<String, Object>>) table.get("items");
        items.forEach(item -> item.keySet().removeAll(List.of(fields)));
        return items;
    }

    private static int registered() {
        return get("/v1/counties?limit=1").extract().path("total");
    }

    private static UUID id(String end) {
        return UUID.fromString("0197a000-0000-7000-8000-00000000" + end);
    }
}
