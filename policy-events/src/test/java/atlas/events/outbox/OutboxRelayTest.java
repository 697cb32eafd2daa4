package atlas.events.outbox;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.events.Event;
import atlas.events.EventJson;
import atlas.events.health.Loops;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import atlas.events.trace.EventSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

@QuarkusTest
@RealServers
class OutboxRelayTest {

    private static final Logger LOG = Logger.getLogger("atlas.relay-test");
    private static final String TOPIC = "county-policy-changes";
    private static final int EVENTS = 3_000;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    DatabaseAddress address;

    @Inject
    EventSpans spans;

    @Inject
    MeterRegistry meters;

    @Inject
    Loops loops;

    @Inject
    Outbox outbox;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

    @Test
    void losesNothingAndKeepsTheOrderWhileLeadersLoseTheirSessions() throws Exception {
        Deliveries deliveries = new Deliveries();
        OutboxRelay second = anotherRelay();
        second.start(null);
        try (Writers writers = new Writers(tables, outbox); LeaderHunt hunt = new LeaderHunt(tables).every(50)) {
            writers.write(EVENTS).get(5, TimeUnit.MINUTES);
            hunt.close();
            await().until(() -> waiting() == 0);

            assertThat("leaders lost their session", hunt.ended(), greaterThan(3));
            writers.tell(deliveries);
            for (ConsumerRecord<String, String> message : broker.read(TOPIC)) {
                if (writers.wrote(message.key())) {
                    deliveries.delivered(message.key(), idOf(message));
                }
            }
            LOG.warnf("%d events, %d leaders lost their session, %d events came again", EVENTS, hunt.ended(),
                    deliveries.repeated());
        } finally {
            second.stop(null);
        }

        assertEquals(List.of(), deliveries.faults());
    }

    @Test
    void publishesAnEventWhoseTransactionCommitsAfterOneThatBeganLater() {
        String early = "early-" + UUID.randomUUID();
        String late = "late-" + UUID.randomUUID();
        NumberedReader naive = new NumberedReader(tables);

        QuarkusTransaction.requiringNew().run(() -> {
            outbox.append(event(), early);
            QuarkusTransaction.requiringNew().run(() -> outbox.append(event(), late));
            await().until(() -> broker.read(TOPIC, late).size() == 1);
            assertEquals(List.of(late), QuarkusTransaction.requiringNew().call(naive::next));
        });

        await().until(() -> broker.read(TOPIC, early).size() == 1);
        assertEquals(List.of(), naive.next(), "who reads on from the last number never sees it");
    }

    private OutboxRelay anotherRelay() {
        RelaySettings settings = RelaySettings.of(TOPIC);
        return new OutboxRelay(settings, address, new TopicSetup(settings, kafka),
                new OutboxPublisher(settings, kafka, spans, meters),
                loops);
    }

    private long waiting() {
        return tables.number("SELECT count(*) FROM outbox WHERE published_at IS NULL");
    }

    private static Event event() {
        Event example = EventJson.read(Wire.policy("24031", "An order").getBytes(StandardCharsets.UTF_8));
        return Event.of(URI.create("/a-service"), "a subject", Instant.EPOCH, example.data());
    }

    private static String idOf(ConsumerRecord<String, String> message) throws Exception {
        JsonNode event = new ObjectMapper().readTree(message.value());
        return event.get("id").asText();
    }

    /** Reads the outbox from the last number it saw: what the relay must not do. */
    private static final class NumberedReader {

        private final Tables tables;
        private long last;

        NumberedReader(Tables tables) {
            this.tables = tables;
            this.last = tables.number("SELECT coalesce(max(id), 0) FROM outbox");
        }

        List<String> next() {
            List<String> keys = tables.strings("SELECT key FROM outbox WHERE id > ? ORDER BY id", last);
            last = tables.number("SELECT coalesce(max(id), 0) FROM outbox");
            return keys;
        }
    }
}
