package atlas.statelaw;

import static atlas.statelaw.Calls.as;
import static atlas.statelaw.Calls.reader;
import static atlas.statelaw.Calls.record;
import static atlas.statelaw.Calls.recorded;
import static atlas.statelaw.Calls.writer;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@LawServers
class LawWriteTest {

    private static final String TEXAS_KEY = TestTokens.partner(Set.of("laws:write"), Set.of("TX"), Set.of());

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
    void recordsALawWithItsEventAndAuditEntry() throws SQLException {
        String location = record(Said.mandate("SB 4")).statusCode(201).header("ETag", "\"1\"")
                .header("Location", startsWith("/v1/laws/")).body("state", equalTo("TX")).body("version", equalTo(1))
                .body("binds", equalTo(List.of("COUNTIES"))).body("enacted", equalTo("2017-05-07"))
                .body("enactedPrecision", equalTo("DAY")).body("effectiveFrom", equalTo("2017-09-01"))
                .body("effectiveTo", nullValue()).body("effectiveToPrecision", nullValue())
                .body("effects.effect", equalTo(List.of("MANDATES", "PREEMPTS")))
                .body("effects.counties", equalTo(List.of(List.of(), List.of("48201", "48453"))))
                .body("courtHistory[0].date", equalTo("2017-08-30"))
                .body("courtHistory[0].factors", hasItem("LIMITS_ICE_HOLDS"))
                .body("topics", equalTo(List.of("PROBATION"))).body("recordedBy", equalTo("Test Organisation"))
                .body("recordedAt", notNullValue()).body("withdrawn", equalTo(false)).extract().header("Location");

        assertNews(1);
        assertEquals("TX", tables.announced("key", location));
        assertEquals("ADDED", tables.announced("data,change", location));
        assertEquals("SB 4", tables.announced("data,after,title", location));
        reader().get(location).then().statusCode(200).header("ETag", "\"1\"").body("title", equalTo("SB 4"))
                .body("versions", hasSize(1));
        await().atMost(Duration.ofSeconds(60)).until(
                () -> tables.text("SELECT count(*) FROM outbox WHERE published_at IS NULL").equals("0"));
    }

    @Test
    void writesSetsInTheOrderOfTheirNames() throws SQLException {
        String body = Said.mandate().replace("[\"COUNTIES\"]", "[\"STATE_AGENCIES\", \"MUNICIPALITIES\", \"COUNTIES\"]")
                .replace("[\"PROBATION\"]", "[\"POLICING_REFORM\", \"PROBATION\", \"COURTHOUSE_ARRESTS\"]")
                .replace("[\"LIMITS_ICE_HOLDS\"]", "[\"LIMITS_ICE_INTERROGATIONS\", \"LIMITS_ICE_HOLDS\"]");

        String location = record(body).statusCode(201)
                .body("binds", equalTo(List.of("COUNTIES", "MUNICIPALITIES", "STATE_AGENCIES")))
                .body("topics", equalTo(List.of("COURTHOUSE_ARRESTS", "PROBATION", "POLICING_REFORM")))
                .body("courtHistory[0].factors", equalTo(List.of("LIMITS_ICE_HOLDS", "LIMITS_ICE_INTERROGATIONS")))
                .extract().header("Location");

        reader().get(location).then().body("binds", equalTo(List.of("COUNTIES", "MUNICIPALITIES", "STATE_AGENCIES")));
        assertEquals("[\"COUNTIES\",\"MUNICIPALITIES\",\"STATE_AGENCIES\"]", tables.announced("data,after,binds", location));
    }

    @Test
    void keepsTheCourtHistoryByDateAndTheOrderOfOneDay() {
        String history = Stream.of("2019-09-30,First", "2018-01-01,Before", "2019-09-30,Second")
                .map(entry -> entry.split(","))
                .map(entry -> "{ \"date\": \"" + entry[0] + "\", \"status\": \"IN_FORCE\", \"note\": \"" + entry[1] + "\" }")
                .toList().toString();

        record(Said.mandate().replaceFirst("\"courtHistory\": \\[.*\\],", "\"courtHistory\": " + history + ",")).statusCode(201)
                .body("courtHistory.note", equalTo(List.of("Before", "First", "Second")));
    }

    @Test
    void keepsThePrecisionOfDates() {
        record(Said.sanctuary("KS", "Precise").replace("\"effectiveFrom\": \"2018-01-01\"",
                "\"enacted\": \"2017-11\", \"effectiveFrom\": \"2018-03-15\", \"effectiveFromPrecision\": \"BY\"")
                .replace("\"effectiveTo\": null", "\"effectiveTo\": \"2019\"")).statusCode(201)
                .body("enacted", equalTo("2017-11-01")).body("enactedPrecision", equalTo("MONTH"))
                .body("effectiveFrom", equalTo("2018-03-15")).body("effectiveFromPrecision", equalTo("BY"))
                .body("effectiveTo", equalTo("2020-01-01")).body("effectiveToPrecision", equalTo("YEAR"));
    }

    @Test
    void takesALawThatReachesBackBeforeItsEnactment() {
        record(Said.mandate().replace("2017-05-07", "2017-12-31")).statusCode(201);
    }

    @Test
    void takesALawThatBindsNobodyHereAndHasNoEffects() {
        String body = """
                { "state": "KS", "title": "Injunction", "instrument": "INJUNCTION", "direction": "OTHER",
                  "courtHistory": [{ "date": "2020-09-01", "status": "STRUCK_DOWN", "factors": ["NO_287G"] }], "sources": [{ "title": "Source" }] }""";

        record(body).statusCode(201).body("binds", hasSize(0)).body("effects", hasSize(0)).body("topics", hasSize(0))
                .body("enacted", nullValue()).body("citation", nullValue());
    }

    @Test
    void takesSeveralEffectsOnOneFactorInSeparateCounties() {
        record(Said.mandate().replace("\"factor\": \"LIMITS_ICE_HOLDS\", \"effect\": \"MANDATES\", \"counties\": []",
                "\"factor\": \"LIMITS_ICE_INTERROGATIONS\", \"effect\": \"MANDATES\", \"counties\": [\"48001\"]")
                .replace("[\"LIMITS_ICE_HOLDS\"]", "[]")).statusCode(201);
    }

    @Test
    void correctsALawAndKeepsWhatWasSaid() throws SQLException {
        String location = recorded(Said.mandate("Said first"));

        writer().header("If-Match", "\"1\"").body(Said.because("a typing error", Said.mandate("Said later"))).put(location)
                .then()
                .statusCode(200).header("ETag", "\"2\"").body("version", equalTo(2)).body("title", equalTo("Said later"))
                .body("reason", equalTo("a typing error"));

        assertNews(2);
        assertEquals("CORRECTED", tables.announced("data,change", location));
        assertEquals("Said first", tables.announced("data,before,title", location));
        reader().get(location).then().body("versions.title", equalTo(List.of("Said first", "Said later")))
                .body("versions[0].supersededAt", notNullValue());
    }

    @Test
    void callsACorrectionThatOnlyEndsTheLawAnEnd() throws SQLException {
        String location = recorded(Said.mandate("Ends"));

        writer().header("If-Match", "\"1\"").body(Said.because("repealed", Said.ending("2020-01-01", Said.mandate("Ends"))))
                .put(location).then().statusCode(200).body("effectiveTo", equalTo("2020-01-01"));
        assertEquals("ENDED", tables.announced("data,change", location));

        writer().header("If-Match", "\"2\"").body(Said.because("later", Said.ending("2021-01-01", Said.mandate("Ends"))))
                .put(location).then().statusCode(200);
        assertEquals("CORRECTED", tables.announced("data,change", location));
    }

    @Test
    void changesNothingWhenACorrectionSaysTheSame() throws SQLException {
        String location = recorded(Said.mandate("Same"));

        writer().header("If-Match", "\"1\"").body(Said.because("nothing new", Said.mandate("Same"))).put(location).then()
                .statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1)).body("supersededAt", nullValue());

        assertNews(1);
    }

    @Test
    void keepsALawInItsState() throws SQLException {
        String location = recorded(Said.sanctuary("KS", "Stays"));

        writer().header("If-Match", "\"1\"").body(Said.because("moved", Said.sanctuary("MO", "Stays"))).put(location).then()
                .statusCode(400).body("errors.field", equalTo(List.of("state"))).body("errors[0].pointer", equalTo("/state"));
        writer().header("If-Match", "\"1\"").body(Said.sanctuary("KS", "Other")).put(location).then().statusCode(400)
                .body("errors.field", equalTo(List.of("reason")));

        assertNews(1);
    }

    @Test
    void withdrawsALawAndShowsItInTheHistoryOnly() throws SQLException {
        String location = recorded(Said.sanctuary("NH", "Taken back"));

        writer().header("If-Match", "\"1\"").queryParam("reason", "of another state").delete(location).then().statusCode(200)
                .header("ETag", "\"2\"").body("withdrawn", equalTo(true)).body("reason", equalTo("of another state"))
                .body("title", equalTo("Taken back"));

        assertNews(2);
        assertEquals("WITHDRAWN", tables.announced("data,change", location));
        reader().get(location).then().statusCode(200).body("withdrawn", equalTo(true));
        reader().get("/v1/states/NH/laws").then().body("total", equalTo(0));
        reader().queryParam("include", "history").get("/v1/states/NH/laws").then().body("total", equalTo(2));
        writer().header("If-Match", "\"2\"").body(Said.because("again", Said.sanctuary("NH", "Back"))).put(location).then()
                .statusCode(409);
    }

    @Test
    void refusesAWriteThatDoesNotNameTheVersion() throws SQLException {
        String location = recorded(Said.mandate("Guarded"));
        String correction = Said.because("late", Said.mandate("Other"));

        writer().body(correction).put(location).then().statusCode(428).contentType("application/problem+json");
        writer().header("If-Match", "\"7\"").body(correction).put(location).then().statusCode(412);
        writer().header("If-Match", "W/\"1\"").body(correction).put(location).then().statusCode(412);
        writer().header("If-Match", "\"1\"").delete(location).then().statusCode(400).body("errors[0].field", equalTo("reason"));
        writer().header("If-Match", "\"1\"").queryParam("reason", "x".repeat(1_001)).delete(location).then().statusCode(400)
                .body("errors[0].field", equalTo("reason"));
        writer().queryParam("reason", "why").delete(location).then().statusCode(428);

        assertNews(1);
    }

    @Test
    void takesOneOfManyCorrectionsOfTheSameVersion() throws Exception {
        String location = recorded(Said.mandate("Contested"));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        CyclicBarrier start = new CyclicBarrier(8);
        Callable<Integer> correction = () -> {
            start.await();
            return writer().header("If-Match", "\"1\"")
                    .body(Said.because("a race", Said.mandate(Thread.currentThread().getName())))
                    .put(location).statusCode();
        };

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : callers.invokeAll(Collections.nCopies(8, correction))) {
            statuses.add(status.get());
        }
        callers.shutdown();

        Collections.sort(statuses);
        assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412), statuses);
        assertNews(2);
    }

    @Test
    void answersARepeatedRequestTheSameAndRecordsOnce() throws SQLException {
        String body = Said.mandate("Once");
        String first = idempotent("law-once-1", body).statusCode(201).extract().asString();
        ValidatableResponse second = idempotent("law-once-1", body).statusCode(201).header("ETag", "\"1\"")
                .header("Location", startsWith("/v1/laws/"));

        assertEquals(first, second.extract().asString());
        idempotent("law-once-1", Said.mandate("Other")).statusCode(422).contentType("application/problem+json");
        idempotent("bad key", body).statusCode(400).body("errors[0].field", equalTo("Idempotency-Key"));
        assertNews(1);
    }

    @Test
    void keepsAPartnerToItsJurisdiction() throws SQLException {
        String location = recorded(Said.sanctuary("KS", "Of Kansas"));
        String county = TestTokens.partner(Set.of("laws:write"), Set.of(), Set.of("48201"));
        String policies = TestTokens.partner(Set.of("policies:write"), Set.of(), Set.of());

        recordAs(TEXAS_KEY, Said.mandate()).statusCode(201);
        recordAs(TEXAS_KEY, Said.sanctuary("KS", "?")).statusCode(403).contentType("application/problem+json")
                .body("detail", containsString("Kansas"));
        recordAs(county, Said.mandate()).statusCode(403).body("detail", containsString("Texas"));
        recordAs(policies, Said.mandate()).statusCode(403);
        recordAs(TestTokens.anonymous(), Said.mandate()).statusCode(403);
        given().contentType(ContentType.JSON).body(Said.mandate()).post("/v1/laws").then().statusCode(401)
                .contentType("application/problem+json");
        as(TEXAS_KEY).contentType(ContentType.JSON).header("If-Match", "\"1\"")
                .body(Said.because("?", Said.sanctuary("TX", "?")))
                .put(location).then().statusCode(403);
        as(TEXAS_KEY).header("If-Match", "\"1\"").queryParam("reason", "?").delete(location).then().statusCode(403);

        assertNews(2);
    }

    private void assertNews(long expected) throws SQLException {
        assertEquals(expected, tables.count("outbox") - eventsBefore, "events");
        assertEquals(expected, tables.count("audit") - auditBefore, "audit entries");
    }

    private static ValidatableResponse idempotent(String key, String body) {
        return writer().header("Idempotency-Key", key).body(body).post("/v1/laws").then();
    }

    private static ValidatableResponse recordAs(String token, String body) {
        return as(token).contentType(ContentType.JSON).body(body).post("/v1/laws").then();
    }
}
