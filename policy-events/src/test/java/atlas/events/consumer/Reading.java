package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.common.TopicPartition;

import atlas.events.testing.Broker;
import atlas.events.testing.Tables;

/** A consumer under test, with the ledger that it fills. */
final class Reading implements AutoCloseable {

    private final String name;
    private final List<String> topics;
    private final Tables tables;
    private final EventConsumers consumers;
    private final Ledger ledger;
    private EventConsumer consumer;

    Reading(String name, List<String> topics, Tables tables, EventConsumers consumers) {
        this.name = name;
        this.topics = topics;
        this.tables = tables;
        this.consumers = consumers;
        this.ledger = new Ledger(name, tables);
    }

    /** Acts as if all that is on the topics now had been applied before. */
    Reading passingOverTheRest(Broker broker) {
        broker.describe(topics).forEach((topic, description) -> tables.execute(
                "INSERT INTO consumer_position SELECT ?, ?, part - 1, ?, next FROM unnest(?::bigint[]) WITH ORDINALITY AS at (next, part)",
                name, topic, description.topicId().toString(), endsInOrder(broker, topic)));
        return this;
    }

    private static String endsInOrder(Broker broker, String topic) {
        return broker.ends(List.of(topic)).entrySet().stream()
                .sorted(Comparator.comparing(end -> end.getKey().partition()))
                .map(end -> end.getValue().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    Reading start() {
        consumer = consumers.start(name, topics, ledger);
        return this;
    }

    Ledger ledger() {
        return ledger;
    }

    String name() {
        return name;
    }

    void awaitEntered(String... labels) {
        await().untilAsserted(() -> assertEquals(List.of(labels), ledger.entered()));
    }

    /** Returns when the handler was told, which is a moment after the commit. */
    void awaitShown(String... labels) {
        await().untilAsserted(() -> assertEquals(List.of(labels), ledger.shown()));
    }

    /** The reasons of what was parked, in the order of the messages of each partition. */
    List<String> parked() {
        return tables.strings("SELECT reason FROM parked_message WHERE consumer = ? ORDER BY topic, part, position", name);
    }

    long position(TopicPartition partition) {
        return tables.number("SELECT next_offset FROM consumer_position WHERE consumer = ? AND topic = ? AND part = ?", name,
                partition.topic(), partition.partition());
    }

    boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().filter(end -> end.getValue() > 0)
                .allMatch(end -> position(end.getKey()) == end.getValue());
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
            consumer = null;
        }
    }
}
