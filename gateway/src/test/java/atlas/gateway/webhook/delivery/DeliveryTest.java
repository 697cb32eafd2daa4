package atlas.gateway.webhook.delivery;

import static atlas.gateway.testing.WebhooksApi.ALL;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.FeedApi;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.PartnersApi;
import atlas.gateway.testing.Receiver;
import atlas.gateway.testing.Receiver.Message;
import atlas.gateway.testing.Receiver.Reply;
import atlas.gateway.testing.TestClock;
import atlas.gateway.testing.WebhooksApi;
import io.restassured.path.json.JsonPath;

@GatewayTest
class DeliveryTest {

    private static final String COUNTY = "24041";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Changes changes;

    private Receiver receiver;
    private WebhooksApi webhooks;
    private JsonPath webhook;
    private String id;

    @BeforeEach
    void somebodyListens() {
        receiver = Receiver.open();
        webhooks = WebhooksApi.ofAPartner();
        webhook = webhooks.registered(receiver, COUNTY);
        id = webhook.getString("id");
    }

    @AfterEach
    void nobodyListens() {
        receiver.close();
        webhooks.asking().delete(ALL + "/" + id);
    }

    private String happens() {
        return changes.policy(COUNTY, "MD", "NO_287G");
    }

    @Test
    void sendsAnEventAsTheFeedShowsItSignedOnce() {
        long before = changes.settled();
        String event = happens();
        Message message = receiver.await(1).get(0);

        assertEquals("/hook?of=a-test", message.path());
        assertEquals(event, message.id());
        assertTrue(message.isSignedWith(webhook.getString("secret")));
        assertFalse(message.isSignedWith("whsec_" + "A".repeat(43) + "="));
        assertEquals("application/cloudevents+json", message.headers().firstValue("content-type").orElseThrow());
        assertTrue(message.headers().firstValue("host").orElseThrow().startsWith("127.0.0.1:"));
        JsonPath shown = FeedApi.page("?county=" + COUNTY + "&after=" + before);
        assertEquals(shown.getMap("items[0]"), message.json().getMap(""));
        JsonPath delivery = webhooks.awaitDelivery(id, "DELIVERED");
        assertEquals(event, delivery.getString("eventId"));
        assertEquals(shown.getString("items[0].sequence"), delivery.getString("sequence"));
        assertEquals("atlas.county-policy.changed", delivery.getString("type"));
        assertEquals(1, delivery.getInt("attempts"));
        assertEquals(204, delivery.getInt("lastStatusCode"));
        assertNull(delivery.get("lastFailure"));
        assertNull(delivery.get("nextAttemptAt"));
        assertEquals(List.of(204), delivery.getList("log.statusCode"));
        assertEquals(1, receiver.messages().size());
    }

    @Test
    void triesAgainUnderTheSameIdWithANewTimestamp() {
        receiver.answers(500, 301);
        String event = happens();
        List<Message> messages = receiver.await(3);

        JsonPath delivery = webhooks.awaitDelivery(id, "DELIVERED");
        assertEquals(List.of(event, event, event), messages.stream().map(Message::id).toList());
        assertEquals(1, messages.stream().map(Message::body).distinct().count());
        assertTrue(messages.get(2).timestamp() >= messages.get(0).timestamp());
        assertTrue(messages.stream().allMatch(message -> message.isSignedWith(webhook.getString("secret"))));
        assertEquals(List.of(1, 2, 3), delivery.getList("log.number"));
        assertEquals(List.of(500, 301, 204), delivery.getList("log.statusCode"));
        assertEquals("STATUS", delivery.getString("log[0].failure"));
        assertEquals("REDIRECT", delivery.getString("log[1].failure"));
        assertNull(webhooks.webhook(id).get("failingSince"));
    }

    @Test
    void signsEachAttemptAnew() {
        receiver.answers(new Reply(503, Map.of("Retry-After", "60"), ""));
        happens();
        Message first = receiver.await(1).get(0);
        TestClock.later(Duration.ofSeconds(90), () -> receiver.await(2));
        Message second = receiver.messages().get(1);
        assertEquals(first.id(), second.id());
        assertTrue(second.timestamp() > first.timestamp());
        assertFalse(second.signature().equals(first.signature()));
    }

    @Test
    void givesUpAndTellsSoAndSendsAgainWhenAskedTo() {
        receiver.always(500);
        String event = happens();
        JsonPath failed = webhooks.awaitDelivery(id, "FAILED");
        assertEquals(4, failed.getInt("attempts"));
        assertEquals("STATUS", failed.getString("lastFailure"));
        assertNull(failed.get("nextAttemptAt"));
        assertNotNull(webhooks.webhook(id).getString("failingSince"));

        receiver.answers(500).always(200);
        String at = ALL + "/" + id + "/deliveries/" + failed.getString("id");
        webhooks.asking().post(at + "/redeliver").then().statusCode(202).header("Location", at);
        webhooks.awaitDelivery(id, "DELIVERED");
        webhooks.asking().post(at + "/redeliver").then().statusCode(202);
        List<Message> messages = receiver.await(7);
        await().atMost(PATIENCE).until(() -> webhooks.delivery(id, failed.getString("id")).getInt("attempts") == 7);
        assertEquals(List.of(event), messages.stream().map(Message::id).distinct().toList());
        assertEquals("DELIVERED", webhooks.delivery(id, failed.getString("id")).getString("status"));
        assertEquals(1, webhooks.deliveries(id).size());
    }

    @Test
    void failingOneDoesNotHoldUpThoseBehindIt() {
        receiver.answers(500);
        String first = happens();
        receiver.await(1);
        String second = happens();
        List<Message> messages = receiver.await(3);
        assertEquals(first, messages.get(0).id());
        assertTrue(messages.stream().anyMatch(message -> message.id().equals(second)));
    }

    @Test
    void comesInTheOrderOfTheFeedWhileAllGoesWell() {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(happens());
            receiver.await(i + 1);
        }
        assertEquals(events, receiver.messages().stream().map(Message::id).toList());
        List<String> numbers = receiver.messages().stream().map(message -> message.json().getString("sequence")).toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
    }

    @Test
    void sendsWhatIsWantedAndNothingElse() {
        Receiver laws = Receiver.open();
        WebhooksApi others = WebhooksApi.ofAPartner();
        JsonPath ofLaws = others.register("{'url': '" + laws.url()
                + "', 'filter': {'state': ['WY'], 'type': ['atlas.state-law.changed'], 'factor': ['PROHIBITS_ASSISTANCE']}}")
                .jsonPath();
        String other = changes.policy("56001", "WY", "PROHIBITS_ASSISTANCE");
        changes.law("WY", "NO_287G");
        String law = changes.law("WY", "PROHIBITS_ASSISTANCE");
        String own = happens();
        assertEquals(List.of(own), receiver.await(1).stream().map(Message::id).toList());
        assertEquals(List.of(law), laws.await(1).stream().map(Message::id).toList());
        others.awaitDelivery(ofLaws.getString("id"), "DELIVERED");
        assertEquals(1, others.deliveries(ofLaws.getString("id")).size());
        assertFalse(other.isEmpty());
        laws.close();
        others.asking().delete(ALL + "/" + ofLaws.getString("id"));
    }

    @Test
    void goneEndsTheWebhookAndKeepsWhatWaits() {
        receiver.answers(new Reply(503, Map.of("Retry-After", "3600"), "")).answers(410);
        happens();
        await().atMost(PATIENCE).until(() -> webhooks.deliveries(id).stream().anyMatch(one -> one.getInt("attempts") == 1));
        happens();
        await().atMost(PATIENCE).until(() -> webhooks.webhook(id).getString("status").equals("DISABLED"));
        assertEquals("GONE", webhooks.webhook(id).getString("disabledReason"));
        List<String> statuses = webhooks.deliveries(id).stream().map(one -> one.getString("status")).sorted().toList();
        assertEquals(List.of("FAILED", "PAUSED"), statuses);
        FeedApi.awaitNumber(happens(), 0);
        JsonPath paused = webhooks.deliveries(id).stream().filter(one -> one.getString("status").equals("PAUSED")).findFirst()
                .orElseThrow();
        String again = ALL + "/" + id + "/deliveries/" + paused.getString("id") + "/redeliver";
        webhooks.asking().post(again).then().statusCode(409);
        PartnersApi.admin().get("/v1/audit/partners?subject=" + id).then().body("items[0].action", equalTo("webhook.disabled"))
                .body("items[0].organisation", equalTo("gateway"));

        webhooks.saying("{'url': '" + receiver.url() + "', 'filter': {'county': ['" + COUNTY + "']}}")
                .header("If-Match", "\"2\"").put(ALL + "/" + id).then().statusCode(200).body("status", equalTo("ACTIVE"));
        webhooks.asking().post(again).then().statusCode(202);
        await().atMost(PATIENCE)
                .until(() -> webhooks.delivery(id, paused.getString("id")).getString("status").equals("DELIVERED"));
        assertEquals(2, webhooks.deliveries(id).size(), "what happened meanwhile is not sent later");
    }

    @Test
    void isSwitchedOffAfterThreeDaysOfFailures() {
        receiver.always(503);
        happens();
        webhooks.awaitDelivery(id, "FAILED");
        assertEquals("ACTIVE", webhooks.webhook(id).getString("status"));
        WebhooksApi later = webhooks.withAnotherKey();
        TestClock.later(Duration.ofDays(3).plusMinutes(1), () -> {
            later.asking().post(ALL + "/" + id + "/ping").then().statusCode(202);
            await().atMost(PATIENCE).until(() -> later.webhook(id).getString("status").equals("DISABLED"));
        });
        JsonPath off = webhooks.webhook(id);
        assertEquals("FAILING", off.getString("disabledReason"));
        assertNotNull(off.getString("disabledAt"));
        assertEquals("PAUSED", webhooks.deliveries(id).get(0).getString("status"));
    }

    @Test
    void comesBackNoSoonerThanTheReceiverWishes() {
        receiver.answers(new Reply(429, Map.of("Retry-After", "2"), ""));
        happens();
        receiver.await(2);
        JsonPath delivery = webhooks.awaitDelivery(id, "DELIVERED");
        Instant first = Instant.parse(delivery.getString("log[0].at"));
        Instant second = Instant.parse(delivery.getString("log[1].at"));
        assertFalse(second.isBefore(first.plusSeconds(2)), first + " " + second);
    }

    @Test
    void showsNothingOfWhatTheReceiverSays() {
        receiver.answers(new Reply(500, Map.of(), "internal-secret ".repeat(10_000)));
        happens();
        receiver.await(2);
        JsonPath delivery = webhooks.awaitDelivery(id, "DELIVERED");
        webhooks.asking().get(ALL + "/" + id + "/deliveries/" + delivery.getString("id")).then()
                .body(not(containsString("internal-secret")));
    }

    @Test
    void givesAReceiverItsTimeAndNoMore() {
        receiver.answers(0);
        happens();
        receiver.await(2);
        JsonPath delivery = webhooks.awaitDelivery(id, "DELIVERED");
        assertEquals("TIMEOUT", delivery.getString("log[0].failure"));
        assertNull(delivery.get("log[0].statusCode"));
        assertTrue(delivery.getInt("log[0].durationMillis") >= 1_000);
    }

    @Test
    void followsNoRedirect() {
        try (Receiver elsewhere = Receiver.open()) {
            receiver.answers(new Reply(302, Map.of("Location", elsewhere.url()), ""));
            happens();
            receiver.await(2);
            webhooks.awaitDelivery(id, "DELIVERED");
            assertEquals(List.of(), elsewhere.messages());
        }
    }

    @Test
    void pingsAsItSendsAnything() {
        String delivery = webhooks.asking().post(ALL + "/" + id + "/ping").then().statusCode(202)
                .body("status", equalTo("PENDING")).body("type", equalTo("atlas.webhook.ping")).extract().path("id");
        Message message = receiver.await(1).get(0);
        assertTrue(message.isSignedWith(webhook.getString("secret")));
        assertEquals(message.id(), message.json().getString("id"));
        assertEquals("atlas.webhook.ping", message.json().getString("type"));
        assertEquals(id, message.json().getString("data.webhook"));
        assertNull(message.json().get("sequence"));
        JsonPath logged = webhooks.awaitDelivery(id, "DELIVERED");
        assertEquals(delivery, logged.getString("id"));
        assertNull(logged.get("sequence"));
    }

    @Test
    void carriesBothSignaturesInTheOverlapAndThenOne() {
        String before = webhook.getString("secret");
        String after = webhooks.saying("{'overlap': 60}").post(ALL + "/" + id + "/rotate-secret").jsonPath()
                .getString("secret");
        happens();
        Message both = receiver.await(1).get(0);
        assertEquals(2, both.signature().split(" ").length);
        assertTrue(both.isSignedWith(before));
        assertTrue(both.isSignedWith(after));
        TestClock.later(Duration.ofMinutes(61), () -> {
            happens();
            assertEquals(1, receiver.await(2).get(1).signature().split(" ").length);
        });
        assertFalse(receiver.messages().get(1).signature().equals(both.signature()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:9/hook", "https://127.0.0.1:9/hook" })
    void tellsWhenNobodyIsThere(String url) {
        String nobody = webhooks.register("{'url': '" + url + "', 'filter': {'county': ['24043']}}").jsonPath()
                .getString("id");
        webhooks.asking().post(ALL + "/" + nobody + "/ping").then().statusCode(202);
        assertEquals("CONNECTION", webhooks.awaitDelivery(nobody, "FAILED").getString("lastFailure"));
    }

    @Test
    void listsDeliveriesTheNewestFirst() {
        for (int i = 0; i < 3; i++) {
            happens();
        }
        receiver.await(3);
        await().atMost(PATIENCE).until(
                () -> webhooks.asking().get(ALL + "/" + id + "/deliveries?status=DELIVERED").jsonPath().getInt("total") == 3);
        List<Long> ids = webhooks.deliveries(id).stream().map(one -> one.getLong("id")).toList();
        JsonPath first = webhooks.asking().get(ALL + "/" + id + "/deliveries?limit=2").then().statusCode(200)
                .body("total", equalTo(3)).header("Link", containsString("rel=\"next\"")).extract().jsonPath();
        JsonPath second = webhooks.asking().get(ALL + "/" + id + "/deliveries?limit=2&cursor=" + first.getString("next"))
                .then().statusCode(200).extract().jsonPath();
        List<Long> listed = new ArrayList<>(first.getList("items.id", Long.class));
        listed.addAll(second.getList("items.id", Long.class));
        assertEquals(ids, listed);
        assertTrue(ids.get(0) > ids.get(2));
        webhooks.asking().get(ALL + "/" + id + "/deliveries?status=PAUSED").then().body("total", equalTo(0));
        webhooks.asking().get(ALL + "/" + id + "/deliveries?status=LOST").then().statusCode(400).body("errors[0].field",
                equalTo("status"));
        webhooks.asking().get(ALL + "/" + id + "/deliveries/0").then().statusCode(404);
        webhooks.asking().get(ALL + "/" + id + "/deliveries/x").then().statusCode(404);
    }

    @Test
    void deletesWhatIsOld() {
        happens();
        webhooks.awaitDelivery(id, "DELIVERED");
        WebhooksApi later = webhooks.withAnotherKey();
        TestClock.later(Duration.ofDays(31), () -> await().atMost(PATIENCE).untilAsserted(
                () -> later.asking().get(ALL + "/" + id + "/deliveries").then().body("total", equalTo(0))));
        assertEquals(1, receiver.messages().size());
    }
}
