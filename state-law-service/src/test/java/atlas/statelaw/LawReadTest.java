package atlas.statelaw;

import static atlas.statelaw.Calls.as;
import static atlas.statelaw.Calls.reader;
import static atlas.statelaw.Calls.recorded;
import static atlas.statelaw.Calls.writer;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.service.place.StateCode;
import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@LawServers
class LawReadTest {

    @Inject
    Tables tables;
    @Inject
    SessionFactory hibernate;

    @Test
    void selectsByTheDayInEffectWhateverTheCourtsDid() {
        recorded(Said.ending("2019-01-01", Said.sanctuary("NE", "Enjoined")).replace("\"sources\"",
                "\"courtHistory\": [{ \"date\": \"2018-02-01\", \"status\": \"ENJOINED\" }], \"sources\""));

        assertTotal(0, "NE", "as_of", "2017-12-31");
        assertTotal(1, "NE", "as_of", "2018-01-01");
        assertTotal(1, "NE", "as_of", "2018-12-31");
        assertTotal(0, "NE", "as_of", "2019-01-01");
        reader().get("/v1/states/NE/laws").then().body("total", equalTo(1));
    }

    @Test
    void tellsAllParametersThatCannotBeReadAtOnce() {
        reader().queryParam("as_of", "x").queryParam("known_at", "y").queryParam("limit", "0").get("/v1/laws").then()
                .statusCode(400).body("errors.field", containsInAnyOrder("as_of", "known_at", "limit"))
                .body("errors.pointer", everyItem(nullValue()));
    }

    @Test
    void selectsAnOpenLawOnEveryDay() {
        recorded(Said.sanctuary("HI", "Open").replace("\"effectiveFrom\": \"2018-01-01\",", ""));

        assertTotal(1, "HI", "as_of", "1900-01-01");
        assertTotal(1, "HI", "as_of", "2099-12-31");
    }

    @Test
    void selectsByWhatTheLawDoes() {
        recorded(Said.mandate("Mandate").replace("\"TX\"", "\"WV\"").replace("48201", "54001").replace("48453", "54003"));
        recorded(Said.sanctuary("WV", "Sanctuary").replace("STATUTE", "REGULATION").replace("[\"COUNTIES\"]",
                "[\"MUNICIPALITIES\", \"COUNTIES\"]"));

        assertTitles(List.of("Mandate", "Sanctuary"), "factor", "LIMITS_ICE_HOLDS");
        assertTitles(List.of("Mandate"), "factor", "LIMITS_ICE_INTERROGATIONS");
        assertTitles(List.of(), "factor", "NO_287G");
        assertTitles(List.of("Mandate"), "effect", "PREEMPTS");
        assertTitles(List.of("Sanctuary"), "effect", "REQUIRES");
        assertTitles(List.of("Sanctuary"), "direction", "SANCTUARY");
        assertTitles(List.of("Sanctuary"), "instrument", "REGULATION");
        assertTitles(List.of("Sanctuary"), "binds", "MUNICIPALITIES");
        assertTitles(List.of("Mandate", "Sanctuary"), "binds", "COUNTIES");
        assertTitles(List.of(), "binds", "PRIVATE");
        assertTitles(List.of("Mandate"), "topic", "PROBATION");
        assertTitles(List.of(), "topic", "DATA_SHARING");
    }

    @Test
    void takesFactorAndEffectTogether() {
        recorded(Said.mandate("Both").replace("\"TX\"", "\"AZ\"").replace("48201", "04001").replace("48453", "04003"));

        reader().queryParam("factor", "LIMITS_ICE_HOLDS").queryParam("effect", "MANDATES").get("/v1/states/AZ/laws").then()
                .body("total", equalTo(1));
        reader().queryParam("factor", "LIMITS_ICE_HOLDS").queryParam("effect", "PREEMPTS").get("/v1/states/AZ/laws").then()
                .body("total", equalTo(0));
    }

    @Test
    void selectsAStateInTheNationsList() {
        recorded(Said.sanctuary("WY", "Of Wyoming"));
        recorded(Said.sanctuary("MT", "Of Montana"));

        reader().queryParam("state", "WY").get("/v1/laws").then().statusCode(200).body("items.state", everyItem(equalTo("WY")))
                .body("items.title", equalTo(List.of("Of Wyoming"))).body("total", equalTo(1));
        reader().queryParam("limit", 500).get("/v1/laws").then().body("items.title", hasItem("Of Montana"));
    }

    @Test
    void showsWhatWasSaidAtAnInstant() {
        String location = recorded(Said.sanctuary("ID", "Said first"));
        String first = reader().get(location).then().extract().path("recordedAt");
        writer().header("If-Match", "\"1\"").body(Said.because("a slip", Said.sanctuary("ID", "Said later"))).put(location)
                .then()
                .statusCode(200);

        reader().queryParam("known_at", first).get("/v1/states/ID/laws").then()
                .body("items.title", equalTo(List.of("Said first"))).body("items[0].supersededAt", nullValue());
        reader().get("/v1/states/ID/laws").then().body("items.title", equalTo(List.of("Said later"))).body("total", equalTo(1));
        reader().queryParam("include", "history").get("/v1/states/ID/laws").then()
                .body("items.title", equalTo(List.of("Said first", "Said later"))).body("total", equalTo(2));
        reader().queryParam("known_at", "2019-12-17T00:00:00Z").get("/v1/states/ID/laws").then().body("total", equalTo(0));
        reader().queryParam("known_at", first).get(location).then().statusCode(200).header("ETag", "\"1\"")
                .body("title", equalTo("Said first")).body("supersededAt", nullValue()).body("versions", hasSize(1));
        reader().queryParam("known_at", "2019-12-17T00:00:00Z").get(location).then().statusCode(404);
    }

    @Test
    void answersNotFoundForALawThatIsNotThere() {
        reader().get("/v1/laws/01890000-0000-7000-8000-000000000000").then().statusCode(404)
                .contentType("application/problem+json");
        writer().header("If-Match", "\"1\"").body(Said.because("why", Said.mandate()))
                .put("/v1/laws/01890000-0000-7000-8000-000000000000").then().statusCode(404);
        writer().header("If-Match", "\"1\"").queryParam("reason", "why").delete("/v1/laws/01890000-0000-7000-8000-000000000000")
                .then().statusCode(404);
        reader().get("/v1/laws/sb4").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void pagesThroughEverythingOnce() {
        for (int i = 0; i < 5; i++) {
            recorded(Said.sanctuary("UT", "Page " + i));
        }
        String cursor = reader().queryParam("limit", 3).get("/v1/states/UT/laws").then().statusCode(200)
                .body("total", equalTo(5)).body("items.title", equalTo(List.of("Page 0", "Page 1", "Page 2")))
                .header("Link", containsString("rel=\"next\"")).extract().path("next");

        reader().queryParam("limit", 3).queryParam("cursor", cursor).get("/v1/states/UT/laws").then()
                .body("items.title", equalTo(List.of("Page 3", "Page 4"))).body("next", nullValue()).body("total", equalTo(5))
                .header("Link", nullValue());
        reader().queryParam("cursor", cursor).get("/v1/states/NV/laws").then().statusCode(400)
                .body("errors[0].field", equalTo("cursor"));
        reader().queryParam("cursor", cursor).queryParam("direction", "MANDATE").get("/v1/states/UT/laws").then()
                .statusCode(400);
    }

    @Test
    void readsAPageWithTwoStatements() {
        recorded(Said.sanctuary("NM", "One"));
        recorded(Said.sanctuary("NM", "Two"));
        long before = hibernate.getStatistics().getPrepareStatementCount();

        reader().get("/v1/states/NM/laws").then().body("items", hasSize(2));

        assertEquals(2, hibernate.getStatistics().getPrepareStatementCount() - before);
    }

    @ParameterizedTest
    @CsvSource({ "limit,0", "limit,501", "limit,many", "cursor,abc", "as_of,2019-13-01", "as_of,5025-01-01",
            "known_at,yesterday",
            "known_at,2019-01-01", "factor,HOLDS", "effect,BANS", "direction,mandate", "instrument,LAW",
            "binds,COURTS",
            "topic,PRISONS", "include,everything", "state,ZZ", "state,tx" })
    void refusesABadParameterAndNamesIt(String name, String value) {
        reader().queryParam(name, value).get("/v1/laws").then().statusCode(400)
                .contentType("application/problem+json").body("errors[0].field", equalTo(name))
                .body("errors[0].message", not(containsString("atlas.")));
    }

    @Test
    void refusesAStateThatIsNone() {
        reader().get("/v1/states/ZZ/laws").then().statusCode(400).contentType("application/problem+json")
                .body("errors", hasSize(1));
    }

    @Test
    void answersTheGatewayOnly() {
        given().get("/v1/laws").then().statusCode(401).contentType("application/problem+json");
        as(TestTokens.token("county-service", Duration.ofMinutes(1), Set.of("admin"), Set.of(), Set.of())).get("/v1/laws")
                .then()
                .statusCode(401);
    }

    @Test
    void knowsTheStatesThatTheContractKnows() throws SQLException {
        String codes = tables.text("SELECT string_agg(code || ' ' || name, ',' ORDER BY code) FROM state");

        assertEquals(
                String.join(",", StateCode.all().stream().map(code -> code + " " + new StateCode(code).stateName()).toList()),
                codes);
    }

    private static void assertTotal(int expected, String state, String name, String value) {
        reader().queryParam(name, value).get("/v1/states/" + state + "/laws").then().statusCode(200)
                .body("total", equalTo(expected))
                .body("items", hasSize(expected));
    }

    private static void assertTitles(List<String> expected, String name, String value) {
        reader().queryParam(name, value).get("/v1/states/WV/laws").then().statusCode(200).body("items.title", equalTo(expected))
                .body("total", equalTo(expected.size()));
    }
}
