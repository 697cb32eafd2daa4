package atlas.county;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@CountyServers
class PolicyApiTest {

    private static final String MONTGOMERY = "24031";
    private static final String MARYLAND_KEY = TestTokens.partner(Set.of("policies:write"), Set.of("MD"), Set.of());

    @Inject
    Tables tables;

    private long eventsBefore;
    private long auditBefore;

    @BeforeEach
    void count() throws SQLException {
        eventsBefore = tables.count("outbox");
        auditBefore = tables.count("audit");
    }

    @Test
    void recordsAPolicyWithItsEventAndAuditEntry() throws SQLException {
        String location = record(MONTGOMERY, Said.holds("Order 1")).statusCode(201)
                .header("ETag", "\"1\"").header("Location", startsWith("/v1/policies/"))
                .body("county", equalTo(MONTGOMERY)).body("state", equalTo("MD")).body("version", equalTo(1))
                .body("recordedBy", equalTo("Test Organisation")).body("recordedAt", notNullValue())
                .body("effectiveFrom", equalTo("2019-07-22")).body("effectiveFromPrecision", equalTo("DAY"))
                .body("effectiveTo", nullValue()).body("withdrawn", equalTo(false))
                .extract().header("Location");

        assertNews(1);
        reader().get(location).then().statusCode(200).header("ETag", "\"1\"").body("title", equalTo("Order 1"))
                .body("versions", hasSize(1));
    }

    @Test
    void keepsThePrecisionOfAMonth() {
        record(MONTGOMERY,
                Said.with("effectiveFrom", "\"2018-11\"").replace("\"effectiveTo\": null", "\"effectiveTo\": \"2018-12\""))
                .statusCode(201)
                .body("effectiveFrom", equalTo("2018-11-01")).body("effectiveFromPrecision", equalTo("MONTH"))
                .body("effectiveTo", equalTo("2019-01-01")).body("effectiveToPrecision", equalTo("MONTH"));
    }

    @Test
    void correctsARecordAndKeepsWhatWasSaid() throws SQLException {
        String location = record(MONTGOMERY, Said.holds("Said first")).extract().header("Location");
        String recordedAt = reader().get(location).then().extract().path("recordedAt");

        writer().header("If-Match", "\"1\"").body(Said.because("a typing error", Said.holds("Said later"))).put(location).then()
                .statusCode(200).header("ETag", "\"2\"").body("version", equalTo(2)).body("title", equalTo("Said later"))
                .body("reason", equalTo("a typing error"));

        assertNews(2);
        reader().queryParam("known_at", recordedAt).get(location).then().statusCode(200)
                .body("title", equalTo("Said first")).body("supersededAt", nullValue()).body("versions", hasSize(1));
        reader().get(location).then().body("title", equalTo("Said later")).body("versions.title",
                equalTo(List.of("Said first", "Said later")));
        assertEquals(1, tables.countChanges("CORRECTED", location));
    }

    @Test
    void correctsARecordAgainAndAgain() {
        String location = record("24011", Said.holds("Version 1")).extract().header("Location");

        for (int version = 1; version < 4; version++) {
            writer().header("If-Match", "\"" + version + "\"")
                    .body(Said.because("again", Said.holds("Version " + (version + 1))))
                    .put(location).then().statusCode(200).body("version", equalTo(version + 1));
        }

        reader().get(location).then().body("versions", hasSize(4)).body("version", equalTo(4));
        reader().get("/v1/counties/24011/policies").then().body("total", equalTo(1)).body("items[0].title",
                equalTo("Version 4"));
    }

    @Test
    void callsACorrectionThatOnlyEndsTheRecordAnEnd() throws SQLException {
        String location = record(MONTGOMERY, Said.holds("Ends")).extract().header("Location");

        writer().header("If-Match", "\"1\"")
                .body(Said.because("repealed",
                        Said.holds("Ends").replace("\"effectiveTo\": null", "\"effectiveTo\": \"2020-01-01\"")))
                .put(location).then().statusCode(200).body("effectiveTo", equalTo("2020-01-01"));

        assertEquals(1, tables.countChanges("ENDED", location));
    }

    @Test
    void changesNothingWhenACorrectionSaysTheSame() throws SQLException {
        String location = record(MONTGOMERY, Said.holds("Same")).extract().header("Location");

        writer().header("If-Match", "\"1\"").body(Said.because("nothing new", Said.holds("Same"))).put(location).then()
                .statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));

        assertNews(1);
    }

    @Test
    void withdrawsARecordAndShowsItInTheHistoryOnly() throws SQLException {
        String location = record("24005", Said.holds("Taken back")).extract().header("Location");

        writer().header("If-Match", "\"1\"").queryParam("reason", "of another county").delete(location).then()
                .statusCode(200).header("ETag", "\"2\"").body("withdrawn", equalTo(true))
                .body("reason", equalTo("of another county"));

        assertNews(2);
        reader().get(location).then().statusCode(200).body("withdrawn", equalTo(true));
        reader().get("/v1/counties/24005/policies").then().body("total", equalTo(0));
        reader().queryParam("include", "history").get("/v1/counties/24005/policies").then().body("total", equalTo(2));
        writer().header("If-Match", "\"2\"").body(Said.because("again", Said.holds("Back"))).put(location).then()
                .statusCode(409);
    }

    @Test
    void tellsWhetherARecordIsInForceOnADay() {
        String location = record("24013", Said.holds("From July 2019")).extract().header("Location");

        reader().queryParam("as_of", "2019-07-22").get(location).then().body("inForce", equalTo(true)).body("asOf",
                equalTo("2019-07-22"));
        reader().queryParam("as_of", "2019-07-21").get(location).then().body("inForce", equalTo(false));
        reader().get(location).then().body("containsKey('inForce')", equalTo(false));
    }

    @Test
    void refusesAWriteThatDoesNotNameTheVersion() throws SQLException {
        String location = record(MONTGOMERY, Said.holds("Guarded")).extract().header("Location");
        String correction = Said.because("late", Said.holds("Other"));

        writer().body(correction).put(location).then().statusCode(428).contentType("application/problem+json");
        writer().header("If-Match", "\"7\"").body(correction).put(location).then().statusCode(412);
        writer().header("If-Match", "W/\"1\"").body(correction).put(location).then().statusCode(412);
        writer().header("If-Match", "\"1\"").delete(location).then().statusCode(400).body("errors[0].field", equalTo("reason"));
        writer().queryParam("reason", "why").delete(location).then().statusCode(428);

        assertNews(1);
    }

    @Test
    void answersARepeatedRequestTheSameAndRecordsOnce() throws SQLException {
        String body = Said.holds("Once");
        String first = idempotent("once-1", body).statusCode(201).extract().asString();
        String second = idempotent("once-1", body).statusCode(201).header("ETag", "\"1\"").extract().asString();

        assertEquals(first, second);
        assertNews(1);
        idempotent("once-1", Said.holds("Other")).statusCode(422).contentType("application/problem+json");
        idempotent("bad key", body).statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
        assertNews(1);
    }

    @Test
    void keepsAPartnerToItsJurisdiction() throws SQLException {
        given().auth().oauth2(MARYLAND_KEY).contentType(ContentType.JSON).body(Said.holds("MD"))
                .post("/v1/counties/24031/policies")
                .then().statusCode(201);
        given().auth().oauth2(MARYLAND_KEY).contentType(ContentType.JSON).body(Said.holds("TX"))
                .post("/v1/counties/48201/policies")
                .then().statusCode(403).contentType("application/problem+json").body("detail", containsString("48201"));
        given().auth().oauth2(TestTokens.anonymous()).contentType(ContentType.JSON).body(Said.holds("?"))
                .post("/v1/counties/24031/policies").then().statusCode(403);
        given().contentType(ContentType.JSON).body(Said.holds("?")).post("/v1/counties/24031/policies").then().statusCode(401)
                .contentType("application/problem+json");
        String other = TestTokens.token("scoring-service", Duration.ofMinutes(1), Set.of("admin"), Set.of(),
                Set.of());
        given().auth().oauth2(other).get("/v1/policies").then().statusCode(401);

        assertNews(1);
    }

    @Test
    void resolvesOlderCodesAndNamesTheCandidatesOfAmbiguousOnes() throws SQLException {
        record("46113", Said.holds("Shannon")).statusCode(201).body("county", equalTo("46102"));
        record("09110", Said.holds("Capitol")).statusCode(400).body("errors[0].field", equalTo("fips"))
                .body("errors[0].message", containsString("09003"));
        record("99999", Said.holds("Nowhere")).statusCode(404);
        record("2403", Said.holds("Short")).statusCode(400).body("errors[0].field", equalTo("fips"));

        assertNews(1);
    }

    @Test
    void recordsAStateAgencysPolicyUnderTheStateAlone() {
        String body = Said.with("scope", "\"STATE_AGENCY\"").replace("\"effectiveTo\"",
                "\"agency\": \"State Police\", \"effectiveTo\"");

        writer().body(body).post("/v1/states/NJ/policies").then().statusCode(201).body("county", nullValue()).body("state",
                equalTo("NJ"));
        writer().body(Said.holds("County scope")).post("/v1/states/NJ/policies").then().statusCode(400)
                .body("errors.field", hasItem("scope"));
        reader().queryParam("state", "NJ").queryParam("scope", "STATE_AGENCY").get("/v1/policies").then().statusCode(200)
                .body("items.state", everyItem(equalTo("NJ"))).body("total", equalTo(1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "effectiveTo | \"effectiveTo\": null | \"effectiveTo\": \"2019-07-22\"",
            "effectiveTo | \"effectiveTo\": null | \"effectiveTo\": \"2018-13\"",
            "effectiveFrom | \"2019-07-22\" | \"5025-01-01\"",
            "effectiveFrom | \"2019-07-22\" | \"2019-02-30\"",
            "effectiveFrom | \"2019-07-22\" | 20190722",
            "effectiveFrom | \"2019-07-22\" | \"yesterday\"",
            "factor | \"LIMITS_ICE_HOLDS\" | \"ICE_HOLDS\"",
            "factor | \"LIMITS_ICE_HOLDS\" | null",
            "factor | \"LIMITS_ICE_HOLDS\" | 2",
            "topic | \"effectiveTo\" | \"topic\": \"PROBATION\", \"effectiveTo\"",
            "stance | \"PROTECTIVE\" | null",
            "strength | \"FULL\" | \"STRONG\"",
            "exceptions | \"effectiveTo\" | \"exceptions\": \"some\", \"effectiveTo\"",
            "agency | \"COUNTY\" | \"CITY\"",
            "instrument | \"EXECUTIVE_ORDER\" | null",
            "title | \"A title\" | null",
            "title | \"A title\" | \"  \"",
            "title | \"A title\" | 7",
            "title | \"A title\" | \"nul \\u0000\"",
            "title | \"A title\" | \"half \\ud800\"",
            "sources[0].retrievedOn | \"title\": \"Source\" | \"title\": \"Source\", \"retrievedOn\": [2019,8,30]",
            "sources | [{ \"title\": \"Source\", \"url\": \"https://example.org/a\" }] | []",
            "sources[0].url | https://example.org/a | javascript:alert(1)",
            "sources[0].url | https://example.org/a | not an address",
            "sources[0].title | \"Source\" | null",
            "sources[0].retrievedOn | \"title\": \"Source\" | \"title\": \"Source\", \"retrievedOn\": \"soon\"",
            "reason | \"effectiveTo\" | \"reason\": \"none\", \"effectiveTo\"",
            "unknown | \"effectiveTo\" | \"unknown\": 1, \"effectiveTo\"",
            "effectiveToPrecision | \"effectiveTo\" | \"effectiveToPrecision\": \"BY\", \"effectiveTo\"",
            "effectiveFromPrecision | \"effectiveTo\" | \"effectiveFromPrecision\": \"MONTH\", \"effectiveTo\"" })
    void refusesABodyAndNamesTheField(String field, String find, String replace) throws SQLException {
        record(MONTGOMERY, Said.holds("A title").replace(find, replace)).statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input")).body("errors.field", hasItem(field))
                .body("errors[0].message", notNullValue());

        assertNews(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{", "[]", "null", "`\"text\"`", "{} {}",
            "{\"stance\":\"PROTECTIVE\",\"stance\":\"ENTANGLED\"}" })
    void refusesWhatIsNotOneJsonObject(String body) throws SQLException {
        record(MONTGOMERY, body).statusCode(400).contentType("application/problem+json").body("detail", notNullValue());

        assertNews(0);
    }

    @Test
    void refusesAnOverlongTitle() throws SQLException {
        record(MONTGOMERY, Said.holds("x".repeat(301))).statusCode(400).body("errors[0].field", equalTo("title"));

        assertNews(0);
    }

    @ParameterizedTest
    @CsvSource({ "limit,0", "limit,501", "limit,many", "cursor,abc", "as_of,2019-13-01", "as_of,5025-01-01",
            "known_at,yesterday",
            "known_at,2019-01-01", "factor,HOLDS", "scope,PLANET", "include,everything", "state,ZZ", "county,123" })
    void refusesABadParameterAndNamesIt(String name, String value) {
        reader().queryParam(name, value).get("/v1/policies").then().statusCode(400).contentType("application/problem+json")
                .body("errors[0].field", equalTo(name));
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 5; i++) {
            record("24003", Said.holds("Page " + i)).statusCode(201);
        }
        var first = reader().queryParam("limit", 3).get("/v1/counties/24003/policies").then().statusCode(200)
                .body("total", equalTo(5)).body("items", hasSize(3)).header("Link", containsString("rel=\"next\"")).extract();
        String cursor = first.path("next");
        reader().queryParam("limit", 3).queryParam("cursor", cursor).get("/v1/counties/24003/policies").then()
                .body("items.title", equalTo(List.of("Page 3", "Page 4"))).body("next", nullValue());
        reader().queryParam("cursor", cursor).get("/v1/counties/24005/policies").then().statusCode(400);
        reader().queryParam("cursor", cursor).queryParam("stance", "ENTANGLED").get("/v1/counties/24003/policies").then()
                .statusCode(400);
    }

    @Test
    void selectsByTheDayInForce() {
        record("24009", Said.with("effectiveFrom", "\"2018-01-01\"").replace("\"effectiveTo\": null",
                "\"effectiveTo\": \"2019-01-01\""));
        reader().queryParam("as_of", "2018-12-31").get("/v1/counties/24009/policies").then().body("total", equalTo(1));
        reader().queryParam("as_of", "2019-01-01").get("/v1/counties/24009/policies").then().body("total", equalTo(0));
        reader().queryParam("as_of", "2017-12-31").get("/v1/counties/24009/policies").then().body("total", equalTo(0));
        reader().get("/v1/counties/24009/policies").then().body("total", equalTo(1));
    }

    private void assertNews(long expected) throws SQLException {
        assertEquals(expected, tables.count("outbox") - eventsBefore, "events");
        assertEquals(expected, tables.count("audit") - auditBefore, "audit entries");
    }

    private static ValidatableResponse record(String fips, String body) {
        return writer().body(body).post("/v1/counties/" + fips + "/policies").then();
    }

    private static ValidatableResponse idempotent(String key, String body) {
        return writer().header("Idempotency-Key", key).body(body).post("/v1/counties/24031/policies").then();
    }

    private static RequestSpecification writer() {
        return given().auth().oauth2(TestTokens.admin()).contentType(ContentType.JSON);
    }

    private static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.anonymous());
    }
}
