package atlas.gateway.feed;

import static atlas.gateway.testing.FeedApi.awaitNumber;
import static atlas.gateway.testing.WebhooksApi.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.EventJson;
import atlas.events.consumer.EventHandler.Received;
import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Receiver;
import atlas.gateway.testing.Receiver.Message;
import atlas.gateway.testing.WebhooksApi;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Each event is noted for each webhook that wants it with its number, or not at all. */
@GatewayTest
class FanoutTest {

    private static final String COUNTY = "24011";

    @Inject
    Changes changes;

    @Inject
    Numbering numbering;

    @Inject
    EntityManager entities;

    private final Receiver receiver = Receiver.open();
    private WebhooksApi webhooks;
    private String webhook;
    private long before;

    @BeforeEach
    void somebodyListens() {
        webhooks = WebhooksApi.ofAPartner();
        webhook = webhooks.registered(receiver, COUNTY).getString("id");
        before = changes.settled();
    }

    @AfterEach
    void nobodyListens() {
        receiver.close();
        webhooks.asking().delete(ALL + "/" + webhook);
    }

    @Test
    void notesAnEventOnceHoweverOftenItComes() {
        String one = policy();
        String two = policy();
        changes.sendAll(Changes.POLICIES, COUNTY, List.of(one, one, two, one, two));
        changes.sendAll(Changes.POLICIES, COUNTY, List.of(two, one));
        awaitNumber(changes.policy("24013", "MD", "NO_287G"), before);
        receiver.await(2);
        assertEquals(2, webhooks.deliveries(webhook).size());
        assertEquals(2, receiver.messages().stream().map(Message::id).distinct().count());
    }

    @Test
    void notesItForEachWebhookThatWantsIt() {
        List<Integer> counts = List.of(1, 1, 0);
        List<String> others = List.of(register("'county': ['" + COUNTY + "'], 'factor': ['NO_287G']"),
                register("'state': ['MD'], 'county': ['" + COUNTY + "', '24013']"), register("'county': ['24015']"));
        changes.send(Changes.POLICIES, COUNTY, policy());
        receiver.await(3);
        assertEquals(counts, others.stream().map(id -> webhooks.deliveries(id).size()).toList());
        assertEquals(1, webhooks.deliveries(webhook).size());
    }

    @Test
    void notesNothingWhenTheNumbersAreTakenBack() {
        Received event = received(policy());
        long term = ((Number) entities.createNativeQuery("SELECT term FROM feed_head").getSingleResult()).longValue();
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            numbering.number(term, List.of(event));
            throw new IllegalStateException("crash");
        }));
        assertEquals(List.of(), webhooks.deliveries(webhook));
        QuarkusTransaction.requiringNew().run(() -> numbering.number(term, List.of(event)));
        QuarkusTransaction.requiringNew().run(() -> numbering.number(term, List.of(event)));
        assertEquals(event.event().id().toString(), receiver.await(1).get(0).id());
        assertEquals(1, webhooks.deliveries(webhook).size());
    }

    private String register(String filter) {
        return webhooks.register("{'url': '" + receiver.url() + "', 'filter': {" + filter + "}}").then().statusCode(201)
                .extract().path("id");
    }

    private static String policy() {
        return Changes.policy(UUID.randomUUID().toString(), COUNTY, "MD", "NO_287G");
    }

    private static Received received(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return new Received(EventJson.read(message), message);
    }
}
