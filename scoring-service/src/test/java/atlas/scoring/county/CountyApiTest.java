package atlas.scoring.county;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
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
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@ScoringServers
class CountyApiTest {

    private static final Given ORDER = Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000a001"))
            .with("county", "24031").with("strength", "PARTIAL").from("2019-07-22").version(1, "2020-01-01T00:00:00Z")
            .with("sources", List.of(Map.of("title", "Executive Order 135-19", "url", "https://example.org/order.pdf")));
    private static final Given ORDER_CORRECTED = ORDER.version(2, "2020-06-01T00:00:00Z").from("2019-08-01");
    private static final Given FULTON = Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000a002"))
            .with("county", "13121").with("state", "GA").from("2018-09-06");
    private static final Given GWINNETT = Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000a003"))
            .with("county", "13135").with("state", "GA").with("factor", "NO_287G").with("stance", "ENTANGLED")
            .from("2009-11-16").to("2021-01-01").version(1, "2021-01-01T00:00:00Z");
    private static final Given PREEMPTION = Given.law(UUID.fromString("0197a000-0000-7000-8000-00000000b001"))
            .with("state", "GA").with("direction", "PREEMPTION").from("2009-07-01").that("PREEMPTS", "LIMITS_ICE_HOLDS");

    private static boolean recorded;

    @Inject
    Wire wire;

    @BeforeEach
    void recordOnce() throws Exception {
        if (recorded) {
            return;
        }
        wire.registerCounties();
        wire.policy("ADDED", ORDER);
        wire.policy("CORRECTED", ORDER_CORRECTED);
        wire.policy("ADDED", FULTON);
        wire.policy("ADDED", GWINNETT);
        wire.law("ADDED", PREEMPTION);
        awaitThat("/v1/counties/24031", "knownAt", equalTo("2020-06-01T00:00:00Z"));
        awaitThat("/v1/counties/13121?as_of=2019-12-17", "factors[2].basis", equalTo("COUNTY_POLICY"));
        awaitThat("/v1/counties/13135?as_of=2019-12-17", "factors[0].basis", equalTo("CONTRACT"));
        awaitThat("/v1/counties/13121?as_of=2019-12-17", "factors[2].preempted", equalTo(true));
        recorded = true;
    }

    @Test
    void showsACountyWithWhatEachFactorRestsOn() {
        get("/v1/counties/24031?as_of=2019-12-17").statusCode(200)
                .body("fips", equalTo("24031")).body("name", equalTo("Montgomery County")).body("state", equalTo("MD"))
                .body("latitude", equalTo(39.1f)).body("hasJail", nullValue()).body("aliases", empty())
                .body("$", not(hasKey("requestedFips"))).body("$", not(hasKey("shown")))
                .body("asOf", equalTo("2019-12-17")).body("knownAt", equalTo("2020-06-01T00:00:00Z"))
                .body("rubric", equalTo("ilrc-2019")).body("status", equalTo("ANALYZED")).body("score", equalTo(3))
                .body("documentedFactors", equalTo(1)).body("tier", equalTo("Three of the seven factors protected"))
                .body("publishedWording.text", startsWith("Likely decline to hold people on ICE detainers"))
                .body("publishedWording.source.title", startsWith("Growing the Resistance"))
                .body("factors.code", contains("NO_287G", "NO_DETENTION_CONTRACT", "LIMITS_ICE_HOLDS",
                        "LIMITS_ICE_NOTIFICATIONS", "LIMITS_ICE_INTERROGATIONS", "PROHIBITS_STATUS_INQUIRY",
                        "PROHIBITS_ASSISTANCE"))
                .body("factors.protected", contains(true, true, true, false, false, false, false))
                .body("factors[0].basis", equalTo("ASSUMED")).body("factors[0].sources", empty())
                .body("factors[2].basis", equalTo("COUNTY_POLICY")).body("factors[2].strength", equalTo("PARTIAL"))
                .body("factors[2].records", contains(ORDER.id().toString())).body("factors[2].laws", empty())
                .body("factors[2].sources.title", contains("Executive Order 135-19"))
                .body("factors[2].preempted", equalTo(false)).body("factors[2].conflict", equalTo(false));
    }

    @Test
    void countyWithoutInformationHasNoScoreButItsFactors() {
        get("/v1/counties/24033").statusCode(200).body("status", equalTo("NO_INFORMATION")).body("$", hasKey("score"))
                .body("score", nullValue()).body("tier", nullValue()).body("publishedWording", nullValue())
                .body("documentedFactors", equalTo(0)).body("factors", hasSize(7))
                .body("factors.basis", everyAssumed()).body("knownAt", equalTo(Given.EARLY));
    }

    @Test
    void preemptionIsFlaggedWithItsLaw() {
        get("/v1/counties/13121?as_of=2019-12-17").body("factors[2].protected", equalTo(true))
                .body("factors[2].preempted", equalTo(true)).body("factors[2].laws", contains(PREEMPTION.id().toString()))
                .body("factors[2].records", contains(FULTON.id().toString()));
    }

    @ParameterizedTest(name = "on {0} as known at {1}: {2}")
    @CsvSource(nullValues = "none", value = {
            "2019-07-25, 2020-03-01T00:00:00Z,      3",
            "2019-07-25, 2020-06-01T00:00:00Z,      none",
            "2019-07-25, 2020-05-31T20:00:00-04:00, none",
            "2019-08-01, 2020-06-01T00:00:00Z,      3",
            "2019-07-25, 2019-12-31T23:59:59Z,      none" })
    void saysWhatWasKnownThen(String asOf, String knownAt, Integer score) {
        get("/v1/counties/24031?as_of=" + asOf + "&known_at=" + knownAt).statusCode(200).body("score", equalTo(score))
                .body("asOf", equalTo(asOf))
                .body("knownAt", equalTo(java.time.OffsetDateTime.parse(knownAt).toInstant().toString()));
    }

    @Test
    void askedWithTheInstantOfItsAnswerAnswersTheSame() {
        String answer = get("/v1/counties/24031?as_of=2019-12-17").extract().asString();
        String knownAt = get("/v1/counties/24031?as_of=2019-12-17").extract().path("knownAt");

        assertEquals(answer, get("/v1/counties/24031?as_of=2019-12-17&known_at=" + knownAt).extract().asString());
    }

    @Test
    void olderCodeAnswersTheCountyThatItStandsFor() {
        for (String path : List.of("", "/history")) {
            get("/v1/counties/46113" + path).statusCode(200).body("fips", equalTo("46102"))
                    .body("requestedFips", equalTo("46113"));
        }
        get("/v1/counties/46113").body("alias.code", equalTo("46113")).body("alias.kind", equalTo("OLDER"))
                .body("alias.effective", equalTo("2015-05-01"));
    }

    @Test
    void codeThatStandsForSeveralCountiesNamesThem() {
        for (String path : List.of("", "/history")) {
            get("/v1/counties/02261" + path).statusCode(300).body("requestedFips", equalTo("02261"))
                    .body("counties.fips", contains("02063", "02066")).body("counties[0].name", equalTo("Chugach Census Area"))
                    .body("counties[0].state", equalTo("AK")).body("note", equalTo("The code 02261 went out of use."));
        }
    }

    @ParameterizedTest
    @CsvSource({ "/v1/counties/24999, 404, ''", "/v1/counties/24999/history, 404, ''", "/v1/counties/2403, 400, fips",
            "/v1/counties/24031?as_of=2019-13-01, 400, as_of", "/v1/counties/24031?as_of=5025-01-01, 400, as_of",
            "/v1/counties/24031?known_at=2019-12-17, 400, known_at", "/v1/counties/24031?rubric=mine, 400, rubric" })
    void refusesWhatIsNotThereOrNotValid(String path, int status, String field) {
        assertRefused(get(path), status, field);
    }

    @Test
    void refusesWhoComesWithoutTheGatewaysToken() {
        RestAssured.given().get("/v1/counties/24031").then().statusCode(401).contentType("application/problem+json");
        RestAssured.given().get("/v1/counties").then().statusCode(401);
    }

    @Test
    void historyTellsEachTurnWithItsCause() {
        get("/v1/counties/13135/history").statusCode(200).body("fips", equalTo("13135")).body("rubric", equalTo("ilrc-2019"))
                .body("total", equalTo(4)).body("next", nullValue())
                .body("items.from", contains(null, "2009-07-01", "2009-11-16", "2021-01-01"))
                .body("items.to", contains("2009-07-01", "2009-11-16", "2021-01-01", null))
                .body("items.score", contains(null, null, 1, 2))
                .body("items[0].causes", empty())
                .body("items[1].causes.kind", contains("STATE_LAW")).body("items[1].factors[2].preempted", equalTo(true))
                .body("items[2].causes[0].kind", equalTo("POLICY_RECORD")).body("items[2].causes[0].what", equalTo("BEGINS"))
                .body("items[2].causes[0].id", equalTo(GWINNETT.id().toString()))
                .body("items[2].causes[0].title", equalTo("Policy " + GWINNETT.id()))
                .body("items[2].documentedFactors", equalTo(1)).body("items[3].causes.what", contains("ENDS"))
                .body("items[0].factors", hasSize(7)).body("items[0].factors[0]", not(hasKey("sources")));
        get("/v1/counties/13135/history?known_at=2020-06-01T00:00:00Z").body("total", equalTo(2));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            "state=GA&as_of=2019-12-17 | 13121 13135",
            "state=GA,SD | 13121 13135 46102",
            "state=SD&state=GA | 13121 13135 46102",
            "state=GA&as_of=2019-12-17&score=3 | 13121",
            "state=GA&as_of=2019-12-17&score=1.0 | 13135",
            "state=GA&as_of=2019-12-17&min_score=1&max_score=2 | 13135",
            "state=GA,SD&as_of=2019-12-17&min_score=0 | 13121 13135",
            "state=GA&as_of=2019-12-17&factor=LIMITS_ICE_HOLDS | 13121",
            "state=GA&as_of=2019-12-17&factor=LIMITS_ICE_HOLDS&protected=false | 13135",
            "state=GA,SD&as_of=2019-12-17&factor=NO_287G&protected=true | 13121",
            "state=GA&as_of=2019-12-17&factor=NO_287G&basis=CONTRACT | 13135",
            "state=GA&as_of=2019-12-17&factor=NO_287G&protected=true&basis=CONTRACT | ",
            "state=GA,SD&as_of=2019-12-17&status=NO_INFORMATION | 46102",
            "state=GA&as_of=2008-01-01&status=ANALYZED | ",
            "q=dona%20ANA | 35013",
            "q=do%C3%B1a | 35013",
            "q=oglala | 46102",
            "q=.* | ",
            "state=GA&changed_since=2021-01-01T00:00:00Z | 13135",
            "state=GA&changed_since=2021-01-01T00:00:01Z | ",
            "state=GA&changed_since=2020-12-01T00:00:00Z&known_at=2020-12-31T00:00:00Z | ",
            "state=GA&as_of=2019-12-17&sort=score | 13135 13121",
            "state=GA&as_of=2019-12-17&sort=-score | 13121 13135",
            "state=GA,SD&as_of=2019-12-17&sort=-score | 13121 13135 46102",
            "state=GA,SD&as_of=2019-12-17&sort=score | 13135 13121 46102",
            "state=GA,NM&sort=-name | 13135 13121 35013",
            "state=GA,SD&as_of=2019-12-17&sort=documentedFactors | 46102 13121 13135",
            "state=GA,AK&sort=-state | 13121 13135 02063 02066" })
    void listsWhatIsAskedFor(String query, String expected) {
        List<String> fips = expected == null ? List.of() : List.of(expected.split(" "));

        get("/v1/counties?" + query).statusCode(200).body("items.fips", equalTo(fips)).body("total", equalTo(fips.size()))
                .body("next", nullValue());
    }

    @Test
    void itemsAreAsTheCountyItselfWithoutSources() {
        Map<String, Object> item = get("/v1/counties?state=GA&as_of=2019-12-17").extract().path("items[0]");
        Map<String, Object> county = get("/v1/counties/13121?as_of=2019-12-17").extract().path("$");
        county.put("factors", withoutSources(county));

        assertEquals(county, item);
    }

    @Test
    void showsTheSourcesInListsWhenAskedTo() {
        Map<String, Object> item = get("/v1/counties?state=GA&as_of=2019-12-17&include=sources").extract()
                .path("items.find { it.fips == '13121' }");
        assertEquals(get("/v1/counties/13121?as_of=2019-12-17").extract().path("$"), item);
        assertRefused(get("/v1/counties?include=history"), 400, "include");
    }

    @ParameterizedTest
    @CsvSource({ "fips", "-fips", "name", "-name", "-score", "documentedFactors", "state" })
    void pagesReachEveryCountyOnce(String sort) {
        List<String> all = get("/v1/counties?limit=500&as_of=2019-12-17&sort=" + sort).extract().path("items.fips");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            ValidatableResponse page = get("/v1/counties?limit=3&as_of=2019-12-17&sort=" + sort + cursor).statusCode(200)
                    .body("total", equalTo(all.size()));
            paged.addAll(page.extract().path("items.fips"));
            String next = page.extract().path("next");
            if (next != null) {
                page.header("Link", containsString("cursor=" + next));
            }
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertEquals(all, paged);
    }

    @Test
    void cursorIsBoundToItsFilters() {
        String next = get("/v1/counties?limit=1&state=GA").body("next", notNullValue()).extract().path("next");

        assertRefused(get("/v1/counties?limit=1&state=SD&cursor=" + next), 400, "cursor");
        get("/v1/counties?limit=5&state=GA&cursor=" + next).body("items.fips", contains("13135")).body("total", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "state=ZZ | state", "state=GA, | state", "status=DONE | status", "score=five | score",
            "score=-1 | score", "min_score=1e3 | min_score", "max_score=. | max_score", "min_score=5&max_score=4 | min_score",
            "factor=HOLDS | factor", "protected=true | protected", "basis=CONTRACT | basis",
            "factor=NO_287G&protected=yes | protected", "factor=NO_287G&basis=LAW | basis",
            "changed_since=yesterday | changed_since",
            "sort=size | sort", "limit=0 | limit", "limit=501 | limit", "cursor=abc | cursor", "as_of=today | as_of",
            "known_at=now | known_at" })
    void refusesFiltersThatAreNotValid(String query, String field) {
        assertRefused(get("/v1/counties?" + query), 400, field);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        get("/v1/counties?score=x&min_score=y&protected=true").statusCode(400)
                .body("errors.field", containsInAnyOrder("score", "min_score", "protected"));
    }

    private static void assertRefused(ValidatableResponse response, int status, String field) {
        response.statusCode(status).contentType("application/problem+json").body("status", equalTo(status))
                .body("type", startsWith("/problems/"));
        if (!field.isEmpty()) {
            response.body("errors.field", hasItem(field)).body("errors", hasSize(1));
        }
    }

    private static org.hamcrest.Matcher<Iterable<? extends String>> everyAssumed() {
        return contains("ASSUMED", "ASSUMED", "ASSUMED", "ASSUMED", "ASSUMED", "ASSUMED", "ASSUMED");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> withoutSources(Map<String, Object> county) {
        List<Map<String, Object>> factors = (List<Map<String, Object>>) county.get("factors");
        factors.forEach(factor -> factor.remove("sources"));
        return factors;
    }
}
