package atlas.scoring.parked;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static atlas.scoring.Given.policy;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import atlas.scoring.Given;
import atlas.scoring.ScoreLog;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

/** Events that could not be scored: what they are, and what becomes of them when they are tried again. */
@QuarkusTest
@ScoringServers
class ParkedEventsTest {

    private static final String PARKED = "/v1/admin/parked-events";
    private static final String POLICIES = "county-policy-changes";

    @Inject
    Wire wire;

    @Inject
    ScoreLog scoreChanges;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @BeforeEach
    void counties() throws Exception {
        wire.registerCounties();
    }

    @Test
    void unknownCountyIsScoredOnceWhenItIsRegistered() {
        Given record = policy().with("county", "10001").with("state", "DE");
        UUID second = wire.policy("CORRECTED",
                record.version(2, "2020-02-01T00:00:00Z").with("factor", "PROHIBITS_ASSISTANCE"));
        UUID first = wire.policy("ADDED", record);
        String id = parked(first);
        parked(second);
        admin().get(PARKED + "/" + id).then().statusCode(200).body("service", equalTo("scoring-service"))
                .body("consumer", equalTo("scoring")).body("key", equalTo("10001")).body("eventId", equalTo(first.toString()))
                .body("eventType", equalTo("atlas.county-policy.changed")).body("status", equalTo("PARKED"))
                .body("reason", equalTo("the county is not known: 10001")).body("attempts", equalTo(1))
                .body("payload.encoding", equalTo("utf-8")).body("payload.text", containsString(record.id().toString()))
                .body("payload.truncated", equalTo(false)).body("askedBy", nullValue());

        admin().post(PARKED + "/" + id + "/redrive").then().statusCode(202).body("status", equalTo("REQUESTED"))
                .body("askedBy", equalTo("Test Organisation")).body("askedKey", equalTo("test-key"));
        awaitItem(id, "attempts", 2);
        admin().get(PARKED + "/" + id).then().body("status", equalTo("PARKED"))
                .body("reason", equalTo("the county is not known: 10001")).body("askedAt", notNullValue());

        UUID registration = wire.register(Given.county("10001", "DE", "Kent County"));

        awaitThat("/v1/counties/10001", "score", equalTo(3));
        awaitItem(id, "status", "APPLIED");
        get("/v1/counties/10001").body("factors[6].protected", equalTo(true)).body("factors[2].protected", equalTo(false));
        List<JsonNode> told = scoreChanges.of("10001", second, 1);
        assertEquals("null 3", told.get(0).at("/data/before/score") + " " + told.get(0).at("/data/after/score"));
        assertEquals(1, scoreChanges.inAll("10001", second).size());
        assertEquals(0, scoreChanges.inAll("10001", first).size());
        assertEquals(0, scoreChanges.inAll("10001", registration).size());
        admin().post(PARKED + "/" + id + "/redrive").then().statusCode(409).body("detail", containsString("was applied"));
    }

    @Test
    void listsWhatIsSelectedAndAsksForItAtOnce() {
        List<String> ids = List.of("{ one", "{ two", "{ three").stream().map(text -> {
            wire.raw(POLICIES, "bulk", text);
            return parkedWith("key=bulk", text);
        }).toList();

        admin().get(PARKED + "?key=bulk&limit=2").then().statusCode(200).body("total", equalTo(3))
                .body("items.id", equalTo(List.of(ids.get(2), ids.get(1)))).body("next", notNullValue());
        admin().get(PARKED + "?key=bulk&after=" + ids.get(1)).then().body("items.id", equalTo(List.of(ids.get(0))));
        admin().get(PARKED + "?key=bulk&status=APPLIED").then().body("total", equalTo(0));
        admin().get(PARKED + "?key=bulk&reason=nobody said this").then().body("total", equalTo(0));
        admin().get(PARKED + "?key=bulk&topic=counties").then().body("total", equalTo(0));
        admin().get(PARKED + "?key=bulk&since=2099-12-31T00:00:00Z").then().body("total", equalTo(0));

        admin().post(PARKED + "/redrive?topic=" + POLICIES + "&key=bulk&reason=cannot be read").then().statusCode(202)
                .body("requested", equalTo(3)).body("left", equalTo(0));
        await().untilAsserted(() -> admin().get(PARKED + "?key=bulk&status=PARKED").then()
                .body("items.attempts", equalTo(List.of(2, 2, 2))));
    }

    @Test
    void discardedIsKeptAndNeverTriedAgain() {
        wire.raw(POLICIES, "given up", "{ rubbish");
        String id = parkedWith("key=given up", "{ rubbish");

        for (String reason : List.of("", "?reason=", "?reason=" + "x".repeat(1_001))) {
            admin().delete(PARKED + "/" + id + reason).then().statusCode(400).body("errors[0].field", equalTo("reason"));
        }
        for (int times = 0; times < 2; times++) {
            admin().delete(PARKED + "/" + id + "?reason=a try-out").then().statusCode(200).body("status", equalTo("DISCARDED"))
                    .body("note", equalTo("a try-out")).body("askedBy", equalTo("Test Organisation"));
        }

        admin().post(PARKED + "/" + id + "/redrive").then().statusCode(409).body("detail", containsString("discarded"));
        admin().post(PARKED + "/redrive?key=given up").then().statusCode(202).body("requested", equalTo(0));
        admin().get(PARKED + "?key=given up").then().body("items.status", everyItem(equalTo("DISCARDED")));
    }

    @Test
    void isForAdministratorsOnly() {
        wire.raw(POLICIES, "guarded", "{ guarded");
        String id = parkedWith("key=guarded", "{ guarded");
        RequestSpecification partner = given().auth()
                .oauth2(token(Set.of("policies:write", "laws:write", "submissions:review")));

        for (String method : List.of("GET " + PARKED, "GET " + PARKED + "/" + id, "POST " + PARKED + "/redrive",
                "POST " + PARKED + "/" + id + "/redrive", "DELETE " + PARKED + "/" + id + "?reason=why")) {
            String[] words = method.split(" ");
            given().request(words[0], words[1]).then().statusCode(401);
            given().spec(partner).request(words[0], words[1]).then().statusCode(403);
        }
        admin().get(PARKED + "?key=guarded").then().body("items[0].status", equalTo("PARKED"))
                .body("items[0].askedBy", nullValue());
    }

    @Test
    void unknownEventIsNotFound() {
        String nobody = PARKED + "/" + UUID.randomUUID();
        admin().get(nobody).then().statusCode(404);
        admin().post(nobody + "/redrive").then().statusCode(404);
        admin().delete(nobody + "?reason=why").then().statusCode(404);
        admin().get(PARKED + "?after=x").then().statusCode(400).body("errors[0].field", equalTo("after"));
        admin().get(PARKED + "?status=LOST").then().statusCode(400).body("errors[0].field", equalTo("status"));
    }

    @Test
    void countsThoseThatAreOpen() {
        wire.raw("state-law-changes", "counted", "{ counted");
        String id = parkedWith("key=counted", "{ counted");
        await().untilAsserted(() -> assertEquals(openLaws(), (double) total("status=PARKED&topic=state-law-changes")));
        double before = openLaws();

        admin().delete(PARKED + "/" + id + "?reason=counted").then().statusCode(200);

        await().untilAsserted(() -> assertEquals(before - 1, openLaws()));
    }

    private double openLaws() {
        String metrics = given().port(managementPort).get("/q/metrics").asString();
        return metrics.lines().filter(line -> line.startsWith("atlas_events_parked_open{")
                && line.contains("topic=\"state-law-changes\"")).map(line -> Double.valueOf(line.split("} ")[1])).findFirst()
                .orElse(-1.0);
    }

    private static int total(String query) {
        return admin().get(PARKED + "?limit=1&" + query).path("total");
    }

    private static String parked(UUID event) {
        return parkedWith("topic=" + POLICIES, event.toString());
    }

    /** The id of the parked event that says so, as soon as there is one. */
    private static String parkedWith(String query, String text) {
        return await().until(() -> {
            List<String> ids = admin().get(PARKED + "?limit=100&" + query).path("items.id");
            return ids.stream().filter(id -> admin().get(PARKED + "/" + id).<String> path("payload.text").contains(text))
                    .findFirst().orElse(null);
        }, found -> found != null);
    }

    private static void awaitItem(String id, String field, Object expected) {
        await().untilAsserted(() -> admin().get(PARKED + "/" + id).then().body(field, equalTo(expected)));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(token(Set.of("admin")));
    }

    /** It outlives the days that tests let pass. */
    private static String token(Set<String> scopes) {
        return TestTokens.token("scoring-service", Duration.ofDays(3_650), scopes, Set.of(), Set.of());
    }
}
