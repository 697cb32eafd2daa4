package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "cannot be read | {",
            "not a CloudEvent | {}",
            "not a CloudEvent | null",
            "not a CloudEvent | { \"specversion\": \"1.0\", \"id\": \"01890a5d-0000-7000-8000-000000000001\" }",
            "the message has no value | ``" })
    void parksWhatIsNotAnEventAndGoesOn(String reason, String text) {
        publish("before");
        broker.publish(TOPIC, KEY, text);
        publish("behind");
        reading.start();

        reading.awaitEntered("before", "behind");
        assertThat(reading.parked(), contains(containsString(reason)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "the type is not known: atlas.county-policy.forgotten | atlas.county-policy.changed | atlas.county-policy.forgotten",
            "the type is not known | atlas.county-policy.changed | \\u0000",
            "the type is not known | atlas.county-policy.changed | \\ud800",
            "the type does not belong on this topic | atlas.county-policy.changed | atlas.county.registered",
            "cannot be read | PROTECTIVE | KIND",
            "cannot be read | PROTECTIVE | \\u0000",
            "cannot be read | 2019-12-17T14:30:00.123456Z | yesterday",
            "cannot be read | 01890a5d-0000-7000-8000-00000000000a | 1",
            "data | \"after\" | \"afterwards\"",
            "data | \"change\" | \"changed\"",
            "subject | \"subject\" | \"about\"",
            "time | \"time\" | \"moment\"",
            "source | \"source\" | \"origin\"" })
    void parksAnEventThatBreaksTheContractAndGoesOn(String reason, String find, String replace) {
        broker.publish(TOPIC, KEY, Wire.policy(KEY, "broken").replace(find, replace));
        publish("behind");
        reading.start();

        reading.awaitEntered("behind");
        assertThat(reading.parked(), contains(containsString(reason)));
        assertEquals(List.of(List.of("behind")), reading.ledger().batches());
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
        assertEquals(at.offset() + 1, reading.position(new org.apache.kafka.common.TopicPartition(TOPIC, at.partition())));
    }

    @Test
    void parksWhatTheHandlerRejectsAndNothingElse() {
        reading.ledger().when("rejected", rejecting("breaks a rule"));
        reading.ledger().when("rejected too", rejecting("nul \0 in it"));
        reading.ledger().when("rejected without a word", rejecting(null));
        publish("before", "rejected", "between", "rejected too", "rejected without a word", "behind");
        reading.start();

        reading.awaitEntered("before", "between", "behind");
        assertThat(reading.parked(), contains(containsString("breaks a rule"), containsString("nul"), containsString("null")));
        assertEquals(List.of("before", "between", "behind"), reading.ledger().shown());
    }

    @ParameterizedTest
    @ValueSource(strings = { "21000", "22001", "22P02", "23505", "23514", "P0001" })
    void parksTheOneWhoseDataTheDatabaseRefuses(String state) {
        parksJustThat(Sql.failing(tables, state));
    }

    @ParameterizedTest
    @ValueSource(strings = { "23505", "P0001" })
    void parksTheOneWhoseDataTheDatabaseRefusesAtTheCommit(String state) {
        parksJustThat(Sql.failingAtCommit(tables, state));
    }

    @Test
    void parksTheOneThatTheHandlerCannotGrasp() {
        parksJustThat(event -> {
            throw new IllegalStateException("nobody thought of that");
        });
    }

    private void parksJustThat(Consumer<Event> trouble) {
        reading.ledger().when("bad", trouble);
        publish("before", "bad", "behind");
        reading.start();

        reading.awaitEntered("before", "behind");
        assertThat(reading.ledger().batches(), hasItem(List.of("before", "bad", "behind")));
        await().untilAsserted(() -> assertEquals(1, reading.parked().size()));
        assertEquals(List.of("bad"), tables.strings(
                "SELECT convert_from(payload, 'UTF8')::jsonb -> 'data' -> 'after' ->> 'title' FROM parked_message"
                        + " WHERE consumer = ?",
                reading.name()));
        assertEquals(List.of("before", "behind"), reading.ledger().shown());
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
