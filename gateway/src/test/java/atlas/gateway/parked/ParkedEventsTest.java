package atlas.gateway.parked;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.with;
import static atlas.gateway.testing.StandIn.SCORING;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.FeedApi;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.StandIn;
import io.restassured.response.Response;

/** What the feed could not take up, and what scoring-service tells of its own, as one list. */
@GatewayTest
class ParkedEventsTest {

    private static final String PARKED = "/v1/admin/parked-events";
    private static final String OLDEST = "00000000-0000-7000-8000-000000000001";
    private static final String NEWEST = "ffffffff-0000-7000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Changes changes;

    @Inject
    DataSource database;

    private final String key = "key " + UUID.randomUUID();

    @BeforeEach
    void partOfScores() {
        StandIn.forget();
        SCORING.has(PARKED, Map.of("id", NEWEST, "service", "scoring-service"),
                Map.of("id", OLDEST, "service", "scoring-service"));
    }

    @Test
    void brokenMessageIsParkedListedTriedAgainAndStaysParked() {
        String id = parked("{ \"id\": \"an id\", \"type\": \"<script>\"");
        long behind = FeedApi.last();
        String next = changes.policy("24031", "MD", "LIMITS_ICE_HOLDS");
        FeedApi.awaitNumber(next, behind);

        admin().get(PARKED + "/" + id).then().statusCode(200).body("service", equalTo("gateway"))
                .body("consumer", equalTo("feed")).body("topic", equalTo(Changes.POLICIES)).body("key", equalTo(key))
                .body("reason", startsWith("cannot be read")).body("attempts", equalTo(1)).body("status", equalTo("PARKED"))
                .body("payload.text", endsWith("<script>\"")).body("payload.bytes", equalTo(35)).body("eventId", nullValue())
                .header("Content-Type", startsWith("application/json")).header("Cache-Control", "private, no-cache");
        admin().post(PARKED + "/" + id + "/redrive").then().statusCode(202).body("status", equalTo("REQUESTED"))
                .body("askedBy", equalTo("Sanctuary Atlas")).body("askedKey", equalTo(Keys.admin().substring(6, 16)))
                .header("Location", endsWith(PARKED + "/" + id));

        awaitItem(id, "attempts", 2);
        admin().get(PARKED + "/" + id).then().body("status", equalTo("PARKED")).body("reason", startsWith("cannot be read"));
        admin().get("/v1/audit/partners?subject=" + id).then().body("total", equalTo(1))
                .body("items[0].action", equalTo("parked-event.requested")).body("items[0].before.status", equalTo("PARKED"))
                .body("items[0].after.status", equalTo("REQUESTED"));
    }

    @Test
    void eventThatCanBeReadNowGetsALaterNumberOnce() throws SQLException {
        String event = UUID.randomUUID().toString();
        String id = parkedByAnOlderVersion(Changes.policy(event, "24033", "MD", "NO_287G"));
        long behind = FeedApi.last();
        FeedApi.awaitNumber(changes.policy("24033", "MD", "NO_287G"), behind);

        for (int times = 0; times < 2; times++) {
            admin().post(PARKED + "/redrive?consumer=feed&key=" + key).then().statusCode(202)
                    .body("requested", equalTo(1 - times)).header("Location", endsWith(PARKED + "?status=REQUESTED"));
        }

        awaitItem(id, "status", "APPLIED");
        assertEquals(1, FeedApi.ids(behind, "").stream().filter(event::equals).count());
        admin().get(PARKED + "/" + id).then().body("eventId", equalTo(event))
                .body("eventType", equalTo("atlas.county-policy.changed")).body("attempts", equalTo(2));
        admin().post(PARKED + "/" + id + "/redrive").then().statusCode(409);
        admin().delete(PARKED + "/" + id + "?reason=late").then().statusCode(409);
    }

    @Test
    void bytesThatAreNoTextAreShownInBase64AndLongOnesCut() throws SQLException {
        String bytes = park(new byte[] { (byte) 0xFF, 0 });
        admin().get(PARKED + "/" + bytes).then().body("payload.encoding", equalTo("base64")).body("payload.text",
                equalTo("/wA="));
        String longOne = park(("x" + "\uD83D\uDE00".repeat(40_000)).getBytes(StandardCharsets.UTF_8));
        Response shown = admin().get(PARKED + "/" + longOne);
        shown.then().body("payload.truncated", equalTo(true)).body("payload.bytes", equalTo(160_001));
        assertEquals(65_535, shown.<String> path("payload.text").length());
        admin().get(PARKED + "/" + park(null)).then().body("payload", nullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 3, 5 })
    void isOneListTheNewestFirstWithoutLossBetweenPages(int limit) {
        List<String> own = List.of(parked("{ 1"), parked("{ 2"), parked("{ 3"));
        String list = PARKED + "?limit=" + limit + "&key=" + key.replace(" ", "%20");
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = given().spec(admin()).urlEncodingEnabled(false).get(list + next);
            page.then().statusCode(200).body("total", equalTo(5));
            seen.addAll(page.path("items.id"));
            next = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        assertEquals(List.of(NEWEST, own.get(2), own.get(1), own.get(0), OLDEST), seen);
        assertTrue(SCORING.asked().getString("[0].uri").contains("key=" + key.replace(" ", "+")));
    }

    @Test
    void asksOneConsumerWhenOneIsWanted() {
        admin().get(PARKED + "?consumer=scoring").then().statusCode(200).body("items.id", equalTo(List.of(NEWEST, OLDEST)));
        StandIn.forget();
        String id = parked("{ mine");
        admin().get(PARKED + "?consumer=feed&key=" + key).then().body("items.id", equalTo(List.of(id))).body("total",
                equalTo(1));
        assertEquals(0, SCORING.asked().getList("$").size());
    }

    @Test
    void whatIsNotOfTheFeedIsScoringServicesToAnswer() {
        String path = PARKED + "/" + NEWEST;
        SCORING.says("GET " + path, 200, "{'id': 'theirs'}");
        SCORING.says("POST " + path + "/redrive", 202, "{'status': 'REQUESTED'}");
        SCORING.says("DELETE " + path, 409, "{'status': 409, 'detail': 'It was applied.'}");
        SCORING.says("POST " + PARKED + "/redrive", 202, "{'requested': 7, 'left': 2}");

        admin().get(path).then().statusCode(200).body("id", equalTo("theirs"));
        admin().post(path + "/redrive").then().statusCode(202).body("status", equalTo("REQUESTED")).header("Location",
                endsWith(path));
        admin().delete(path + "?reason=a b").then().statusCode(409).body("detail", equalTo("It was applied."));
        admin().post(PARKED + "/redrive?reason=not known&key=" + key).then().statusCode(202).body("requested", equalTo(7))
                .body("left", equalTo(2));

        assertEquals("admin", SCORING.asked().getString("[0].claims.groups[0]"));
        assertEquals(path + "?reason=a+b", SCORING.asked().getString("[2].uri"));
        assertTrue(SCORING.asked().getString("[3].uri").contains("reason=not+known"));
    }

    @Test
    void asksForNothingWhenAPartDoesNotAnswer() {
        String id = parked("{ waiting");
        SCORING.isAwayFor("GET " + PARKED);
        SCORING.isAwayFor("POST " + PARKED + "/redrive");

        admin().get(PARKED).then().statusCode(503).body("detail", containsString("scoring-service"));
        admin().post(PARKED + "/redrive?key=" + key).then().statusCode(503).header("Retry-After", notNullValue());
        admin().get(PARKED + "/" + id).then().body("status", equalTo("PARKED")).body("askedAt", nullValue());
    }

    @ParameterizedTest
    @CsvSource({ "status, LOST", "consumer, county", "since, yesterday", "limit, 0", "cursor, x", "unheard, of" })
    void refusesWhatItCannotRead(String parameter, String value) {
        admin().get(PARKED + "?" + parameter + "=" + value).then().statusCode(400).body("errors[0].field",
                equalTo(parameter));
    }

    @Test
    void discardsWithAReason() {
        String id = parked("{ rubbish");
        admin().delete(PARKED + "/" + id).then().statusCode(400).body("errors[0].field", equalTo("reason"));

        admin().delete(PARKED + "/" + id + "?reason=a try-out").then().statusCode(200).body("status", equalTo("DISCARDED"))
                .body("note", equalTo("a try-out"));

        admin().get(PARKED + "?consumer=feed&status=DISCARDED&key=" + key).then().body("items.id", equalTo(List.of(id)));
        admin().get("/v1/audit/partners?subject=" + id).then().body("items[0].action", equalTo("parked-event.discarded"))
                .body("items[0].reason", equalTo("a try-out"));
    }

    @Test
    void isForAdministratorsOnly() {
        String id = parked("{ guarded");
        for (String request : List.of("GET " + PARKED, "GET " + PARKED + "/" + id, "POST " + PARKED + "/redrive",
                "POST " + PARKED + "/" + id + "/redrive", "DELETE " + PARKED + "/" + id + "?reason=why")) {
            String[] words = request.split(" ");
            given().request(words[0], words[1]).then().statusCode(401);
            for (String role : List.of("partner-md", "reviewer")) {
                with(Keys.of(role)).request(words[0], words[1]).then().statusCode(403);
            }
        }
        assertEquals(0, SCORING.asked().getList("$").size());
        admin().get(PARKED + "/" + id).then().body("status", equalTo("PARKED")).body("askedAt", nullValue());
    }

    /** Puts the text on a topic of the feed, and tells the id of the event that is parked. */
    private String parked(String text) {
        int before = own().size();
        changes.send(Changes.POLICIES, key, text);
        return await().atMost(PATIENCE).until(this::own, ids -> ids.size() > before).get(0);
    }

    private List<String> own() {
        return admin().get(PARKED + "?consumer=feed&key=" + key).path("items.id");
    }

    private String parkedByAnOlderVersion(String event) throws SQLException {
        return park(event.getBytes(StandardCharsets.UTF_8));
    }

    private String park(byte[] message) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO parked_message (consumer, topic, part, topic_id, position, key, payload, reason)
                        VALUES ('feed', 'county-policy-changes', 0, ?, 0, ?, ?, 'the type is not known')""")) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, key);
            insert.setBytes(3, message);
            insert.executeUpdate();
        }
        return own().get(0);
    }

    private static void awaitItem(String id, String field, Object expected) {
        await().atMost(PATIENCE).untilAsserted(() -> admin().get(PARKED + "/" + id).then().body(field, equalTo(expected)));
    }
}
