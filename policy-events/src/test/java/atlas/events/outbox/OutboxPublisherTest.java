package atlas.events.outbox;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.trace.EventSpans;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

/** A publisher over an outbox of its own, in temporary tables of its connection. */
@QuarkusTest
@RealServers
class OutboxPublisherTest {

    private static final int BATCH = 20;
    private static final String KEY = "of the publisher";
    /** How long the publisher waits for a broker, and what a topic that is there needs on a busy machine. */
    private static final Duration WAIT = Duration.ofSeconds(4);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Broker broker;

    @Inject
    DatabaseAddress address;

    @Inject
    EventSpans spans;

    @Inject
    MeterRegistry meters;

    private Connection leader;
    private OutboxPublisher publisher;

    @BeforeEach
    void prepare() throws SQLException {
        broker.describe(List.of("score-changes"));
        leader = DriverManager.getConnection(address.url(), address.user(), address.password());
        execute("CREATE TEMPORARY TABLE outbox (LIKE public.outbox INCLUDING ALL)");
        Map<String, Object> impatient = new HashMap<>(kafka);
        impatient.put("max.block.ms", Long.toString(WAIT.toMillis()));
        publisher = new OutboxPublisher(new RelaySettings(Duration.ZERO, BATCH, Duration.ofDays(7), 1, (short) 1, List.of()),
                impatient, spans, meters);
    }

    @AfterEach
    void close() throws SQLException {
        publisher.close();
        leader.close();
    }

    @Test
    void publishesBatchByBatch() throws SQLException {
        String[] payloads = IntStream.rangeClosed(1, BATCH + 1).mapToObj(String::valueOf).toArray(String[]::new);
        append("score-changes", payloads);

        assertTrue(publisher.publishNext(leader), "there may be more");
        assertEquals(List.of(payloads).subList(0, BATCH), published());
        assertFalse(publisher.publishNext(leader));
        assertEquals(List.of(payloads), published());
        assertFalse(publisher.publishNext(leader));
    }

    @Test
    void sendsNothingBehindAnEventThatTheBrokerDoesNotTake() throws SQLException {
        append("score-changes", "taken");
        append("not-made", "refused");
        append("score-changes", "behind");

        assertThrows(OutboxException.class, () -> publisher.publishNext(leader));

        assertEquals(List.of("taken"), published());
        assertFalse(onTheTopic().contains("behind"));
        execute("UPDATE outbox SET topic = 'score-changes'");
        publisher.publishNext(leader);
        List<String> messages = onTheTopic();
        assertEquals(List.of("taken", "refused", "behind"), messages.subList(messages.indexOf("taken"), messages.size()));
    }

    @Test
    void waitsForTheBrokerOnceAndNotForEachEvent() throws SQLException {
        append("not-made", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        long start = System.nanoTime();

        assertThrows(OutboxException.class, () -> publisher.publishNext(leader));

        assertThat(Duration.ofNanos(System.nanoTime() - start), lessThan(WAIT.multipliedBy(6)));
        assertEquals(List.of(), published());
    }

    @Test
    void forgetsWhatWasPublishedLongAgo() throws SQLException {
        append("score-changes", "old", "recent", "waiting");
        execute("UPDATE outbox SET published_at = now() - interval '8 days' WHERE convert_from(payload, 'UTF8') = 'old'");
        execute("UPDATE outbox SET published_at = now() - interval '6 days' WHERE convert_from(payload, 'UTF8') = 'recent'");

        publisher.publishNext(leader);
        publisher.publishNext(leader);

        assertEquals(List.of("recent", "waiting"), strings("SELECT convert_from(payload, 'UTF8') FROM outbox ORDER BY id"));
    }

    private void append(String topic, String... payloads) throws SQLException {
        for (String payload : payloads) {
            execute("INSERT INTO outbox (event_id, topic, key, payload) VALUES (gen_random_uuid(), '" + topic + "', '" + KEY
                    + "', convert_to('" + payload + "', 'UTF8'))");
        }
    }

    private List<String> published() throws SQLException {
        return strings("SELECT convert_from(payload, 'UTF8') FROM outbox WHERE published_at IS NOT NULL ORDER BY id");
    }

    private List<String> onTheTopic() {
        return broker.read("score-changes", KEY).stream().map(ConsumerRecord::value).toList();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = leader.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> strings(String query) throws SQLException {
        try (Statement statement = leader.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
