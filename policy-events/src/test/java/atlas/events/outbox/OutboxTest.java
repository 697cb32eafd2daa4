package atlas.events.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionalException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.outbox.Outbox.Keyed;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class OutboxTest {

    private static final String TOPIC = "county-policy-changes";

    @Inject
    Outbox outbox;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

    @Inject
    TransactionManager transactions;

    private final String key = "key-" + UUID.randomUUID();

    @Test
    void putsAnEventOnItsTopicAsACloudEvent() throws IOException {
        append(event("An order"));

        ConsumerRecord<String, String> message = awaitMessages(1).get(0);
        assertEquals("application/cloudevents+json",
                new String(message.headers().lastHeader("content-type").value(), StandardCharsets.US_ASCII));
        JsonNode event = new ObjectMapper().readTree(message.value());
        assertEquals("1.0", event.get("specversion").asText());
        assertEquals(7, UUID.fromString(event.get("id").asText()).version());
        assertEquals("/a-service", event.get("source").asText());
        assertEquals("atlas.county-policy.changed", event.get("type").asText());
        assertEquals("a subject", event.get("subject").asText());
        assertEquals("2019-12-17T14:30:00.000001Z", event.get("time").asText());
        assertEquals("application/json", event.get("datacontenttype").asText());
        assertEquals("urn:sanctuary-atlas:schema:county-policy.changed:1", event.get("dataschema").asText());
        assertEquals("An order", event.at("/data/after/title").asText());
        assertEquals("24031", event.at("/data/after/county").asText());
    }

    @Test
    void putsNothingOfARolledBackTransactionOnATopic() {
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(event("taken back"), key);
            throw new IllegalStateException("after all not");
        }));
        append(event("holds"));

        assertEquals(List.of("holds"), titles(awaitMessages(1)));
        assertEquals(1, tables.number("SELECT count(*) FROM outbox WHERE key = ?", key));
    }

    @Test
    void takesNoEventOutsideOfATransaction() {
        assertThrows(TransactionalException.class, () -> outbox.append(event("alone"), key));

        assertEquals(0, tables.number("SELECT count(*) FROM outbox WHERE key = ?", key));
    }

    @Test
    void takesNoEventInATransactionThatTimedOut() {
        assertThrows(OutboxException.class, () -> QuarkusTransaction.requiringNew().timeout(1).run(() -> {
            await().pollInSameThread().until(() -> transactions.getStatus() == Status.STATUS_ROLLEDBACK);
            outbox.append(event("late"), key);
        }));

        assertEquals(0, tables.number("SELECT count(*) FROM outbox WHERE key = ?", key));
    }

    @Test
    void keepsTheOrderOfTheEventsOfATransaction() {
        List<String> titles = IntStream.range(0, 60).mapToObj(i -> "title " + i).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            titles.subList(0, 30).forEach(title -> outbox.append(event(title), key));
            outbox.append(titles.subList(30, 60).stream().map(title -> new Keyed(key, event(title))).toList());
        });

        assertEquals(titles, titles(awaitMessages(60)));
    }

    @Test
    void remembersWhatIsPublished() {
        append(event("An order"));

        await().until(
                () -> tables.number("SELECT count(*) FROM outbox WHERE key = ? AND published_at >= appended_at", key) == 1);
    }

    @Test
    void takesAnEventOnlyOnce() {
        Event event = event("An order");
        append(event);

        assertThrows(OutboxException.class, () -> append(event));
    }

    @Test
    void refusesAnEventThatTheBrokerWouldNotTake() {
        OutboxException refused = assertThrows(OutboxException.class, () -> append(event("x".repeat(1_100_000))));

        assertThat(refused.getMessage(), containsString("too large"));
        append(event("behind"));
        assertEquals(List.of("behind"), titles(awaitMessages(1)));
    }

    private void append(Event event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event, key));
    }

    private List<ConsumerRecord<String, String>> awaitMessages(int count) {
        return await().until(() -> broker.read(TOPIC, key), messages -> messages.size() >= count);
    }

    private static Event event(String title) {
        Event example = EventJson.read(Wire.policy("24031", title).getBytes(StandardCharsets.UTF_8));
        return Event.of(URI.create("/a-service"), "a subject", Instant.parse("2019-12-17T14:30:00.000001Z"), example.data());
    }

    private static List<String> titles(List<ConsumerRecord<String, String>> messages) {
        return messages.stream()
                .map(message -> message.value().replaceFirst("(?s).*\"after\":.*?\"title\":\"([^\"]*)\".*", "$1")).toList();
    }
}
