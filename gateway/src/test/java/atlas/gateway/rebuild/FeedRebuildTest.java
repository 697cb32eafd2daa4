package atlas.gateway.rebuild;

import static atlas.gateway.testing.FeedApi.all;
import static atlas.gateway.testing.FeedApi.awaitNumber;
import static atlas.gateway.testing.FeedApi.ids;
import static atlas.gateway.testing.FeedApi.last;
import static atlas.gateway.testing.FeedApi.page;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.Listening;
import atlas.gateway.testing.Receiver;
import atlas.gateway.testing.WebhooksApi;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

@GatewayTest
class FeedRebuildTest {

    private static final String REBUILDS = "/v1/admin/rebuilds/feed";
    private static final String FINGERPRINT = "/v1/admin/fingerprints/feed";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KILL_THE_LEADER = """
            SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
            WHERE a.application_name = 'feed' AND l.locktype = 'advisory' AND l.granted""";

    @Inject
    Changes changes;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry meters;

    /** The feed has then what is on the topics, and not what other tests numbered without them. */
    @BeforeEach
    void begin() {
        rebuild();
    }

    @Test
    void hasTheSameEventsUnderNewNumbersAndTellsNobodyAgain() {
        long before = last();
        String one = Changes.policy(UUID.randomUUID().toString(), "31001", "NE", "NO_287G");
        changes.sendAll(Changes.POLICIES, "31001", List.of(one, one, Changes.policy(UUID.randomUUID().toString(), "31001", "NE",
                "NO_DETENTION_CONTRACT")));
        changes.law("NE", "NO_287G");
        changes.score("31001", "NE", "NO_287G", "NO_DETENTION_CONTRACT");
        awaitNumber(changes.policy("31003", "NE", "NO_287G"), before);
        await().atMost(PATIENCE).until(() -> last() == before + 5);
        List<List<String>> events = eventsByKey();
        Map<String, Object> fingerprint = fingerprint();
        long heard = heardInAll();

        rebuild();

        long first = Long.parseLong(page("?limit=1").getString("first"));
        assertTrue(first > before + 6);
        assertEquals(events, eventsByKey());
        assertSame(fingerprint);
        assertEquals(LongStream.rangeClosed(first, last()).mapToObj(Long::toString).toList(), all(0, "", "sequence"));
        assertEquals(heard, heard(), "events that were told before are no news");
        given().get("/v1/events?after=" + before).then().statusCode(410).body("first", equalTo(Long.toString(first)));

        long end = last();
        String news = changes.policy("31001", "NE", "PROHIBITS_ASSISTANCE");
        assertEquals(end + 1, awaitNumber(news, end));
        await().atMost(PATIENCE).until(() -> heard() == heard + 1);
        assertNotEquals(fingerprint.get("feed"), fingerprint().get("feed"));
    }

    @Test
    void webhooksAreSentNothingAgainAndWhatIsNewWithItsNewNumber() {
        WebhooksApi webhooks = WebhooksApi.ofAPartner();
        try (Receiver receiver = Receiver.open()) {
            String webhook = webhooks.registered(receiver, "31009").getString("id");
            String old = changes.policy("31009", "NE", "NO_287G");
            receiver.await(1);

            rebuild();

            String news = changes.policy("31009", "NE", "PROHIBITS_ASSISTANCE");
            List<Receiver.Message> messages = receiver.await(2);
            assertEquals(List.of(old, news), messages.stream().map(Receiver.Message::id).toList());
            assertTrue(messages.get(1).body().contains("\"sequence\":\"" + awaitNumber(news, 0) + "\""),
                    messages.get(1).body());
            assertEquals(2, webhooks.deliveries(webhook).size());
            String delivery = webhooks.deliveries(webhook).get(1).getString("id"); // the older one
            webhooks.asking().post(WebhooksApi.ALL + "/" + webhook + "/deliveries/" + delivery + "/redeliver").then()
                    .statusCode(202);
            Receiver.Message again = receiver.await(3).get(2);
            assertEquals(old, again.id());
            assertTrue(again.body().contains("\"sequence\":\"" + awaitNumber(old, 0) + "\""), again.body());
            webhooks.asking().delete(WebhooksApi.ALL + "/" + webhook);
        }
    }

    @Test
    void streamsAreResetWhenTheNewFeedIsComplete() {
        awaitNumber(changes.policy("31005", "NE", "NO_287G"), 0);
        String old;
        try (Listening stream = Listening.to(RestAssured.port, "")) {
            stream.awaitLine(": ok");
            old = stream.awaitEvent(changes.policy("31005", "NE", "NO_287G")).id();
            rebuild();
            await().atMost(PATIENCE).until(stream::isOver);
            assertEquals(1, stream.events().size(), "none of what was told before comes again");
        }
        try (Listening stream = Listening.to(RestAssured.port, "", "Last-Event-ID", old)) {
            stream.awaitLine("event: reset");
            Listening.Heard reset = stream.awaitEvents(1).events().get(0);
            assertTrue(reset.data().contains("\"too old\""), reset.data());
            assertEquals(Long.toString(last()), reset.id());
            stream.awaitEvent(changes.policy("31005", "NE", "NO_287G"));
            assertEquals(2, stream.events().size());
        }
    }

    @Test
    void showsThePresentFeedMeanwhileAndGoesOnWhenTheLeaderIsLost() throws SQLException {
        awaitNumber(changes.policy("31007", "NE", "NO_287G"), 0);
        List<String> shown = ids(0, "");
        String meanwhile;
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            asAdmin("POST", REBUILDS).statusCode(202);
            holder.createStatement().execute("LOCK TABLE consumer_position IN SHARE MODE"); // the next leader gets no further
            await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            meanwhile = changes.policy("31007", "NE", "PROHIBITS_ASSISTANCE");
            assertEquals(shown, ids(0, ""));
            number(KILL_THE_LEADER);
            holder.rollback();
        }
        awaitOver();
        String last = meanwhile;
        await().atMost(PATIENCE).until(() -> ids(0, "").contains(last));
        assertEquals(shown.size() + 1, ids(0, "").size());
        assertEquals(shown.stream().sorted().toList(), ids(0, "").stream().filter(id -> !id.equals(last)).sorted().toList());
    }

    @Test
    void repeatedRequestBeginsNothingSecond() {
        String key = UUID.randomUUID().toString();
        int number = given().auth().oauth2(Keys.admin()).header("Idempotency-Key", key).post(REBUILDS).then().statusCode(202)
                .header("Location", equalTo(REBUILDS)).extract().path("number");
        awaitOver();
        given().auth().oauth2(Keys.admin()).header("Idempotency-Key", key).post(REBUILDS).then().statusCode(202)
                .body("number", equalTo(number));
        asAdmin("GET", REBUILDS).statusCode(200).body("number", equalTo(number)).body("running", equalTo(false));
    }

    @Test
    void onlyAnAdministratorRebuildsAndCompares() {
        given().get(REBUILDS).then().statusCode(401);
        given().post(REBUILDS).then().statusCode(401);
        given().get(FINGERPRINT).then().statusCode(401);
        for (String path : List.of(REBUILDS, FINGERPRINT)) {
            given().auth().oauth2(Keys.ofMaryland()).get(path).then().statusCode(403);
        }
        given().auth().oauth2(Keys.ofMaryland()).post(REBUILDS).then().statusCode(403);
    }

    private static void rebuild() {
        asAdmin("POST", REBUILDS).statusCode(202).body("running", equalTo(true));
        awaitOver();
    }

    private static void awaitOver() {
        await().atMost(PATIENCE).until(() -> asAdmin("GET", REBUILDS).extract().path("running").equals(false));
    }

    private static ValidatableResponse asAdmin(String method, String path) {
        return given().auth().oauth2(Keys.admin()).request(method, path).then();
    }

    private static Map<String, Object> fingerprint() {
        return asAdmin("GET", FINGERPRINT).statusCode(200).extract().path("");
    }

    private static void assertSame(Map<String, Object> before) {
        Map<String, Object> after = fingerprint();
        for (String what : List.of("feed", "events", "keys")) {
            assertEquals(before.get(what), after.get(what), what);
        }
        assertNotEquals(before.get("first"), after.get("first"));
        assertEquals((int) before.get("rebuild") + 1, after.get("rebuild"));
    }

    /** The ids of the events of some keys in their order, and those of all. */
    private static List<List<String>> eventsByKey() {
        return List.of(ids(0, "&county=31001&type=atlas.county-policy.changed"), ids(0, "&county=31003"),
                ids(0, "&county=31001&type=atlas.score.changed"), ids(0, "&state=NE&type=atlas.state-law.changed"),
                ids(0, "").stream().sorted().toList());
    }

    /** How many batches with news the leader has numbered. */
    private long heard() {
        return meters.get("atlas.feed.lag").timer().count();
    }

    /** A batch is counted a moment after it shows. */
    private long heardInAll() {
        AtomicLong before = new AtomicLong(heard());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> before.getAndSet(heard()) == heard());
        return before.get();
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
