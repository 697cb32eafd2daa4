package atlas.gateway.submission;

import static atlas.gateway.testing.PartnersApi.with;
import static atlas.gateway.testing.StandIn.COUNTY;
import static atlas.gateway.testing.StandIn.STATE_LAW;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.StandIn;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** One queue over what two services have. */
@GatewayTest
class SubmissionsTest {

    private static final String QUEUE = "/v1/submissions";
    private static final String POLICIES = "/v1/policy-submissions";
    private static final String LAWS = "/v1/law-submissions";
    private static final String MISSING = "{'type':'/problems/not-found','title':'x','status':404,'detail':'No submission has the id'}";
    private static final String NOT_ALLOWED = "{'type':'/problems/forbidden','title':'x','status':403,'detail':'not yours'}";
    private static final String ID = id(7);

    @BeforeEach
    void twoQueues() {
        StandIn.forget();
        COUNTY.has(POLICIES, submission(1), submission(2), submission(5), submission(6));
        STATE_LAW.has(LAWS, submission(3), submission(4), submission(8));
        nobodyHas(ID);
    }

    @Test
    void showsAllInOneListTheOldestFirst() {
        reviewer().get(QUEUE).then().statusCode(200).body("items.id", equalTo(ids(1, 2, 3, 4, 5, 6, 8)))
                .body("total", equalTo(7)).body("next", nullValue()).body("items[0].body.title", equalTo("Number 1"))
                .header("Cache-Control", "private, no-cache");
    }

    @ParameterizedTest
    @CsvSource({ "1", "2", "3", "6", "7" })
    void losesAndDoublesNothingBetweenPages(int limit) {
        List<String> seen = new ArrayList<>();
        Response page = reviewer().get(QUEUE + "?limit=" + limit);
        while (true) {
            List<String> shown = page.then().statusCode(200).body("total", equalTo(7)).extract().path("items.id");
            seen.addAll(shown);
            if (page.path("next") == null) {
                break;
            }
            assertEquals(limit, shown.size());
            String link = page.header("Link");
            page = reviewer().get(link.substring(1, link.indexOf('>')));
        }
        assertEquals(ids(1, 2, 3, 4, 5, 6, 8), seen);
    }

    @Test
    void takesACursorForItsOwnFiltersOnly() {
        String next = reviewer().get(QUEUE + "?limit=2").path("next");

        reviewer().get(QUEUE + "?limit=2&state=MD&cursor=" + next).then().statusCode(400).body("errors[0].field",
                equalTo("cursor"));
        reviewer().get(QUEUE + "?limit=2&kind=LAW&cursor=" + next).then().statusCode(400);
        reviewer().get(QUEUE + "?limit=501").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        reviewer().get(QUEUE + "?kind=OTHER").then().statusCode(400).body("errors[0].field", equalTo("kind"));
    }

    @Test
    void asksThoseAloneWhoHaveTheKindWithTheSameFilters() {
        reviewer().queryParam("organisation", "A & B, 100%").get(QUEUE + "?kind=LAW&status=PENDING&state=MD").then()
                .statusCode(200).body("items.id", equalTo(ids(3, 4, 8))).body("total", equalTo(3));

        assertEquals(0, COUNTY.asked().getList("$").size());
        String asked = STATE_LAW.asked().getString("[0].uri");
        for (String filter : List.of("status=PENDING", "state=MD", "organisation=A+%26+B%2C+100%25", "limit=50")) {
            assertEquals(1, asked.split(Pattern.quote(filter), -1).length - 1, asked);
        }
        assertEquals(-1, asked.indexOf("kind"));
        assertEquals("state-law-service", STATE_LAW.asked().getString("[0].claims.aud"));
        assertEquals(List.of("submissions:review"), STATE_LAW.asked().getList("[0].claims.groups"));
    }

    @Test
    void leavesOutWhoShowsTheCallerNothing() {
        COUNTY.says("GET " + POLICIES, 403, NOT_ALLOWED);
        reviewer().get(QUEUE).then().statusCode(200).body("items.id", equalTo(ids(3, 4, 8))).body("total", equalTo(3));

        STATE_LAW.says("GET " + LAWS, 403, NOT_ALLOWED);
        reviewer().get(QUEUE).then().statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void neverShowsAPartAsTheWhole() {
        STATE_LAW.isAwayFor("GET " + LAWS);
        reviewer().get(QUEUE).then().statusCode(503).contentType("application/problem+json")
                .body("detail", containsString("state-law-service")).body("items", nullValue()).header("Retry-After", "2");
        reviewer().get(QUEUE + "?kind=POLICY").then().statusCode(200);

        STATE_LAW.says("GET " + LAWS, 500, "{'type':'/problems/internal','title':'x','status':500,'detail':'y'}");
        reviewer().get(QUEUE).then().statusCode(503).body("detail", containsString("state-law-service"));
    }

    @Test
    void passesOnWhatAServiceRefuses() {
        COUNTY.says("GET " + POLICIES, 400,
                "{'type':'/problems/invalid-input','title':'x','status':400,'detail':'Not valid: county',"
                        + "'errors':[{'field':'county','message':'no such county'}]}");

        reviewer().get(QUEUE + "?county=99999").then().statusCode(400).body("errors[0].field", equalTo("county"))
                .body("errors[0].message", equalTo("no such county"));
    }

    @Test
    void showsOneAsItsOwnerDoes() {
        STATE_LAW.says("GET " + LAWS + "/" + ID, 200, "{'id':'" + ID + "', 'difference': [ ]}");

        Response shown = reviewer().get(QUEUE + "/" + ID);
        assertEquals(("{'id':'" + ID + "', 'difference': [ ]}").replace('\'', '"'), shown.then().statusCode(200)
                .contentType("application/json").extract().asString());
        reviewer().header("If-None-Match", shown.header("ETag")).get(QUEUE + "/" + ID).then().statusCode(304);
        reviewer().head(QUEUE + "/" + ID).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "POST, /approve, reviewer", "POST, /reject, reviewer", "POST, /request-changes, reviewer",
            "PUT, ?record_version=3, partner-reviewed" })
    void hasItsOwnerAloneDecideOnce(String method, String rest, String role) {
        String path = LAWS + "/" + ID;
        STATE_LAW.says("GET " + path, 200, "{}");
        STATE_LAW.says(method + " " + path + rest.replaceAll("\\?.*", ""), 200, "{'status':'DECIDED'}");

        String body = "{\"note\": \"as it was  sent\"}";
        with(Keys.of(role)).contentType("application/json").header("Idempotency-Key", "once").body(body)
                .request(method, QUEUE + "/" + ID + rest).then().statusCode(200).body("status", equalTo("DECIDED"))
                .header("Cache-Control", "no-store");

        assertEquals(List.of("GET"), COUNTY.asked().getList("method"));
        assertEquals(List.of("GET", method), STATE_LAW.asked().getList("method"));
        Map<String, Object> act = STATE_LAW.asked().getMap("[1]");
        assertEquals(path + rest, act.get("uri"));
        assertEquals(body, act.get("body"));
        assertEquals(List.of("once"), STATE_LAW.asked().getList("[1].headers.idempotency-key"));
    }

    @Test
    void hasItsOwnerWithdrawIt() {
        COUNTY.says("GET " + POLICIES + "/" + ID, 200, "{}");
        COUNTY.says("DELETE " + POLICIES + "/" + ID, 200, "{'status':'WITHDRAWN'}");

        with(Keys.of("partner-reviewed")).delete(QUEUE + "/" + ID).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        assertEquals("", COUNTY.asked().getString("[1].body"));
    }

    @Test
    void approvesWithoutABodyAndPassesARefusalOn() {
        COUNTY.says("GET " + POLICIES + "/" + ID, 200, "{}");
        COUNTY.says("POST " + POLICIES + "/" + ID + "/approve", 409,
                "{'type':'/problems/conflict','title':'x','status':409,'detail':'was decided'}");

        reviewer().post(QUEUE + "/" + ID + "/approve").then().statusCode(409).contentType("application/problem+json")
                .body("detail", equalTo("was decided"));
        reviewer().post(QUEUE + "/" + ID + "/reject").then().statusCode(400).body("errors[0].field", equalTo("body"));
        assertEquals(List.of("GET", "POST"), COUNTY.asked().getList("method"));
    }

    @Test
    void doesNotFindWhatNobodyHas() {
        notFound(reviewer().get(QUEUE + "/" + ID));
        notFound(reviewer().body("{}").contentType("application/json").post(QUEUE + "/" + ID + "/approve"));
        COUNTY.says("GET " + POLICIES + "/" + ID, 403, NOT_ALLOWED);
        notFound(reviewer().get(QUEUE + "/" + ID));
        COUNTY.says("GET " + POLICIES + "/" + ID, 404, MISSING);
        STATE_LAW.says("GET " + LAWS + "/" + ID, 403, NOT_ALLOWED);
        notFound(reviewer().get(QUEUE + "/" + ID));
        COUNTY.says("GET " + POLICIES + "/" + ID, 403, NOT_ALLOWED);
        reviewer().get(QUEUE + "/" + ID).then().statusCode(403).body("detail", equalTo("not yours"));
        reviewer().get(QUEUE + "/seven").then().statusCode(404);
    }

    @Test
    void waitsForNobodyWhoDoesNotHaveIt() {
        COUNTY.isAwayFor("GET " + POLICIES + "/" + ID);
        reviewer().get(QUEUE + "/" + ID).then().statusCode(503).body("detail", containsString("county-service"))
                .header("Retry-After", "2");

        STATE_LAW.says("GET " + LAWS + "/" + ID, 200, "{}");
        reviewer().get(QUEUE + "/" + ID).then().statusCode(200);
    }

    @Test
    void saysThatItIsNotKnownWhetherADecisionWasMade() {
        COUNTY.says("GET " + POLICIES + "/" + ID, 200, "{}");
        COUNTY.isAwayFor("POST " + POLICIES + "/" + ID + "/approve");

        reviewer().post(QUEUE + "/" + ID + "/approve").then().statusCode(503).body("detail", containsString("Idempotency-Key"))
                .header("Retry-After", "2");
        assertEquals(List.of("GET", "POST"), COUNTY.asked().getList("method"));
    }

    @Test
    void letsInWhoMayHaveToDoWithSubmissions() {
        given().get(QUEUE).then().statusCode(401);
        given().post(QUEUE + "/" + ID + "/approve").then().statusCode(401);
        with(Keys.of("partner-reviewed")).post(QUEUE + "/" + ID + "/approve").then().statusCode(403);
        reviewer().delete(QUEUE + "/" + ID).then().statusCode(403);
        assertEquals(0, COUNTY.asked().getList("$").size());
    }

    private static void nobodyHas(String id) {
        COUNTY.says("GET " + POLICIES + "/" + id, 404, MISSING);
        STATE_LAW.says("GET " + LAWS + "/" + id, 404, MISSING);
    }

    private static ValidatableResponse notFound(Response answer) {
        return answer.then().statusCode(404).contentType("application/problem+json").body("type",
                equalTo("/problems/not-found"));
    }

    private static RequestSpecification reviewer() {
        return with(Keys.of("reviewer"));
    }

    private static Map<String, Object> submission(int number) {
        return Map.of("id", id(number), "status", "PENDING", "body", Map.of("title", "Number " + number));
    }

    private static List<String> ids(int... numbers) {
        return Arrays.stream(numbers).mapToObj(SubmissionsTest::id).toList();
    }

    private static String id(int number) {
        return "0197a000-0000-7000-8000-00000000000" + number;
    }
}
