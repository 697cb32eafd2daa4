package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

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
class EventConsumerTest {

    private static final String TOPIC = "county-policy-changes";
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
    void goesOnAfterARestartWhereItsEffectsEnd() {
        Reading reading = readings.fromNowOn(TOPIC).start();
        publish("first", "second");
        reading.awaitEntered("first", "second");
        reading.close();
        publish("third");

        reading.start();

        reading.awaitEntered("first", "second", "third");
        assertEquals(List.of("first", "second", "third"), reading.ledger().batches().stream().flatMap(List::stream).toList());
        reading.awaitShown("first", "second", "third");
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void handsOverTwiceWhatComesTwiceAndGoesOn() {
        Reading reading = readings.fromNowOn(TOPIC).start();
        String event = Wire.policy(KEY, "twice");
        broker.publish(TOPIC, KEY, event);
        reading.awaitEntered("twice");
        RecordMetadata last = broker.publish(TOPIC, KEY, event);

        await().until(() -> reading.position(new TopicPartition(TOPIC, last.partition())) == last.offset() + 1);
        assertEquals(List.of(List.of("twice"), List.of("twice")), reading.ledger().batches());
        assertEquals(List.of("twice"), reading.ledger().entered());
        assertEquals(List.of(), reading.parked());
    }

    @Test
    void readsAllPartitionsEachInItsOrder() {
        Reading reading = readings.fromNowOn(TOPIC);
        for (int i = 0; i < 40; i++) {
            broker.publish(TOPIC, "key " + i % 10, Wire.policy(KEY, i % 10 + "." + i / 10));
        }
        reading.start();

        await().until(() -> reading.ledger().entered().size() == 40);
        for (int key = 0; key < 10; key++) {
            String prefix = key + ".";
            assertEquals(List.of(prefix + 0, prefix + 1, prefix + 2, prefix + 3),
                    reading.ledger().entered().stream().filter(label -> label.startsWith(prefix)).toList());
        }
        assertTrue(reading.hasReached(broker.ends(List.of(TOPIC))));
    }

    @Test
    void closesAfterTheBatchThatIsUnderWay() throws Exception {
        Reading reading = readings.fromNowOn(TOPIC);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        reading.ledger().when("under way", event -> {
            begun.countDown();
            waitFor(goOn);
        });
        publish("under way");
        reading.start();
        waitFor(begun);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(reading::close);

        await().during(200, TimeUnit.MILLISECONDS).until(() -> !closing.isDone());
        assertFalse(reading.ledger().hasEntered("under way"));
        goOn.countDown();
        closing.get(60, TimeUnit.SECONDS);
        assertEquals(List.of("under way"), reading.ledger().entered());
        assertEquals(List.of("under way"), reading.ledger().shown());
    }

    @Test
    void keepsThePositionsOfEachNameApart() {
        Reading one = readings.fromNowOn(TOPIC);
        Reading other = readings.fromNowOn(TOPIC);
        publish("of both");

        one.start().awaitEntered("of both");
        other.start().awaitEntered("of both");
    }

    private void publish(String... titles) {
        List.of(titles).forEach(title -> broker.publish(TOPIC, KEY, Wire.policy(KEY, title)));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
