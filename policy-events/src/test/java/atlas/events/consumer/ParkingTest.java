package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.Event;
import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Tables;
import atlas.events.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class ParkingTest {

    private static final String TOPIC = "county-policy-changes";
    private static final String KEY = "24031";

    @Inject
    Readings readings;

    @Inject
    Broker broker;

    @Inject
    Tables tables;

    private Reading reading;

    @BeforeEach
    void prepare() {
        reading = readings.fromNowOn(TOPIC);
    }

    @AfterEach
    void close() {
        readings.closeAll();
    }

    @Test
    void parksWhatIsNotAnEventAndGoesOn() {
        publish("before");
        List.of("{", "", "{}", "null", "{ \"specversion\": \"1.0\", \"id\": \"01890a5d-0000-7000-8000-000000000001\" }")
                .forEach(text -> broker.publish(TOPIC, KEY, text));
        publish("behind");
        reading.start();

        reading.awaitEntered("before", "behind");
        assertThat(reading.parked(), contains(startsWith("cannot be read"), startsWith("cannot be read"),
                startsWith("not a CloudEvent"), startsWith("not a CloudEvent"), startsWith("not a CloudEvent")));
    }

    @Test
    void parksWhatBreaksTheContractAndGoesOn() {
        publishWith("\"atlas.county-policy.changed\"", "\"atlas.county-policy.forgotten\"");
        publishWith("\"atlas.county-policy.changed\"", "\"nul \\u0000 in it\"");
        publishWith("\"atlas.county-policy.changed\"", "\"half \\ud800 in it\"");
        publishWith("PROTECTIVE", "KIND");
        publishWith("PROTECTIVE", "\\u0000");
        publishWith("2019-12-17T14:30:00.123456Z", "yesterday");
        publishWith("\"after\"", "\"afterwards\"");
        publishWith("\"subject\"", "\"about\"");
        publish("behind");
        reading.start();

        reading.awaitEntered("behind");
        assertThat(reading.parked(), contains(equalTo("the type is not known: atlas.county-policy.forgotten"),
                equalTo("the type is not known: nul \uFFFD in it"), startsWith("the type is not known: half"),
                containsString("KIND"), startsWith("cannot be read"), containsString("yesterday"),
                equalTo("the event lacks /data/after/id"), startsWith("not a CloudEvent")));
        assertEquals(List.of(List.of("behind")), reading.ledger().batches());
    }

    @Test
    void parksAnEventOfAnotherTopic() {
        broker.publish(TOPIC, KEY, Wire.county(KEY));
        publish("behind");
        reading.start();

        reading.awaitEntered("behind");
        assertEquals(List.of("the type does not belong on this topic: atlas.county.registered"), reading.parked());
    }

    @Test
    void parksAMessageWithoutAValue() {
        broker.publish(TOPIC, KEY, (byte[]) null);
        publish("behind");
        reading.start();

        reading.awaitEntered("behind");
        assertEquals(List.of("the message has no value"), reading.parked());
        assertEquals(1, tables.number("SELECT count(*) FROM parked_message WHERE consumer = ? AND payload IS NULL",
                reading.name()));
    }

    @Test
    void keepsTheMessageAsItCame() {
        byte[] bytes = { 0, (byte) 0xFF, '{', 7 };
        RecordMetadata at = broker.publish(TOPIC, "a\0key", bytes);
        reading.start();

        await().until(() -> !reading.parked().isEmpty());
        assertEquals(List.of(topicId() + " " + TOPIC + " " + at.partition() + " " + at.offset() + " a\uFFFDkey 00ff7b07"),
                tables.strings("SELECT concat_ws(' ', topic_id, topic, part, position, key, encode(payload, 'hex'))"
                        + " FROM parked_message WHERE consumer = ?", reading.name()));
        assertEquals(at.offset() + 1, reading.position(new TopicPartition(TOPIC, at.partition())));
    }

    @Test
    void parksWhatTheHandlerRejectsAndNothingElse() {
        reading.ledger().when("rejected", rejecting("breaks a rule"));
        reading.ledger().when("rejected too", rejecting("nul \0 in it"));
        reading.ledger().when("rejected without a word", rejecting(null));
        publish("before", "rejected", "between", "rejected too", "rejected without a word", "behind");
        reading.start();

        reading.awaitEntered("before", "between", "behind");
        assertThat(reading.parked(),
                contains(containsString("breaks a rule"), containsString("nul"), equalTo("no reason was given")));
        reading.awaitShown("before", "between", "behind");
    }

    @Test
    void parksTheOnesWhoseValuesTheDatabaseRefuses() {
        parksJustThose(state -> Sql.failing(tables, state), "21000", "22001", "22P02", "23505", "23514", "P0001");
    }

    @Test
    void parksTheOnesWhoseValuesTheDatabaseRefusesAtTheCommit() {
        parksJustThose(state -> Sql.failingAtCommit(tables, state), "23503", "P0001");
    }

    @Test
    void parksTheOneThatTheHandlerCannotGrasp() {
        parksJustThose(label -> event -> {
            throw new IllegalStateException("nobody thought of that");
        }, "bad");
    }

    private void parksJustThose(Function<String, Consumer<Event>> trouble, String... bad) {
        List.of(bad).forEach(label -> reading.ledger().when(label, trouble.apply(label)));
        publish("before");
        publish(bad);
        publish("behind");
        reading.start();

        reading.awaitEntered("before", "behind");
        assertThat(reading.ledger().batches().get(0), hasItems("before", bad[0], "behind"));
        assertEquals(List.of(bad), tables.strings("SELECT convert_from(payload, 'UTF8')::jsonb -> 'data' -> 'after' ->> 'title'"
                + " FROM parked_message WHERE consumer = ? ORDER BY position", reading.name()));
        reading.awaitShown("before", "behind");
    }

    private void publishWith(String find, String replace) {
        broker.publish(TOPIC, KEY, Wire.policy(KEY, "broken").replace(find, replace));
    }

    private static Consumer<Event> rejecting(String reason) {
        return event -> {
            throw new RejectedEventException(event, reason);
        };
    }

    private String topicId() {
        return broker.describe(List.of(TOPIC)).get(TOPIC).topicId().toString();
    }

    private void publish(String... titles) {
        for (String title : titles) {
            broker.publish(TOPIC, KEY, Wire.policy(KEY, title).getBytes(StandardCharsets.UTF_8));
        }
    }
}
