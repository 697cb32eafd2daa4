package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class LimitsTest {

    private static final String POLICIES = "county-policy-changes";
    private static final String COUNTIES = "counties";
    private static final String KEY = "24031";

    @Inject
    Readings readings;

    @Inject
    Broker broker;

    @AfterEach
    void close() {
        readings.closeAll();
    }

    @Test
    void readsUpToTheLimitsThenTellsAndReadsTheRestWhenTheyAreGone() {
        Reading reading = readings.fromNowOn(POLICIES);
        publish("past");
        limit(reading, after(publish("also past")));
        publish("of later");
        reading.start();

        reading.awaitEntered("past", "also past");
        await().until(() -> reading.ledger().timesAtLimits() > 1);
        assertEquals(List.of("past", "also past"), reading.ledger().entered());

        reading.ledger().limit(Optional.empty());
        reading.awaitEntered("past", "also past", "of later");
    }

    @Test
    void leavesAPartitionWithoutALimitAlone() {
        Reading reading = readings.fromNowOn(POLICIES);
        publish("of later");
        limit(reading, Map.of());
        reading.start();

        await().until(() -> reading.ledger().timesAtLimits() > 1);
        assertEquals(List.of(), reading.ledger().entered());
        reading.ledger().limit(Optional.empty());
        reading.awaitEntered("of later");
    }

    @Test
    void goesOnBelowTheLimitsAfterARestart() {
        Reading reading = readings.fromNowOn(POLICIES);
        publish("past");
        limit(reading, after(publish("also past")));
        reading.start().awaitEntered("past", "also past");
        reading.close();
        int before = reading.ledger().timesAtLimits();
        publish("of later");

        reading.start();

        await().until(() -> reading.ledger().timesAtLimits() > before);
        assertEquals(List.of("past", "also past"), reading.ledger().entered());
    }

    @Test
    void takesALimitBehindTheEndForReached() {
        Reading reading = readings.fromNowOn(POLICIES);
        Map<TopicPartition, Long> limits = after(publish("past"));
        limits.replaceAll((partition, offset) -> offset + 5);
        limit(reading, limits);

        reading.start().awaitEntered("past");

        await().until(() -> reading.ledger().timesAtLimits() > 0);
    }

    @Test
    void looksForWhatIsMissingOnlyBeforeTheLimitsAndParksItThen() {
        Reading reading = readings.fromNowOn(COUNTIES, POLICIES);
        reading.ledger().when("in need", event -> {
            throw new MissingDependencyException(event, "the county is not known");
        });
        Map<TopicPartition, Long> limits = after(publish("in need"));
        broker.publish(COUNTIES, KEY, Wire.county(KEY));
        limit(reading, limits);

        reading.start();

        await().until(() -> reading.ledger().timesAtLimits() > 0);
        assertEquals(List.of("the county is not known"), reading.parked());
        assertTrue(reading.ledger().entered().isEmpty());
    }

    private static void limit(Reading reading, Map<TopicPartition, Long> limits) {
        reading.ledger().limit(Optional.of(limits));
    }

    private RecordMetadata publish(String title) {
        return broker.publish(POLICIES, KEY, Wire.policy(KEY, title));
    }

    private static Map<TopicPartition, Long> after(RecordMetadata last) {
        return new HashMap<>(Map.of(new TopicPartition(last.topic(), last.partition()), last.offset() + 1));
    }
}
