package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import atlas.events.testing.Wire;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class TopicMadeAnewTest {

    private static final String TOPIC = "state-law-changes";

    @Inject
    Readings readings;

    @Inject
    Broker broker;

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
    void readsATopicThatWasMadeAnewWhileItWasAwayFromTheFirstOffset() throws Exception {
        publish("old 1", "old 2");
        reading.start().awaitEntered("old 1", "old 2");
        reading.close();
        makeAnew();
        publish("new 1", "new 2", "new 3");

        reading.start();

        reading.awaitEntered("old 1", "old 2", "new 1", "new 2", "new 3");
    }

    @Test
    void readsATopicThatIsMadeAnewWhileItReadsFromTheFirstOffset() throws Exception {
        publish("old 1", "old 2");
        reading.start().awaitEntered("old 1", "old 2");
        makeAnew();
        publish("new 1", "new 2", "new 3");

        await().atMost(Duration.ofSeconds(20)).until(() -> reading.ledger().entered().size() == 5);
        assertEquals(List.of("old 1", "old 2", "new 1", "new 2", "new 3"), reading.ledger().entered().stream().sorted(
                java.util.Comparator.comparing((String label) -> label.startsWith("new")).thenComparing(label -> label))
                .toList());
    }

    @Test
    void parksAMessageOfTheNewTopicAtTheOffsetOfOneOfTheOld() throws Exception {
        broker.publish(TOPIC, "TX", "old");
        reading.start();
        await().until(() -> reading.parked().size() == 1);
        makeAnew();
        broker.publish(TOPIC, "TX", "new");

        await().atMost(Duration.ofSeconds(20)).until(() -> reading.parked().size() == 2);
    }

    @Test
    void waitsForATopicThatIsNotThereYet() throws Exception {
        delete();
        reading.start();
        create();
        publish("first");

        reading.awaitEntered("first");
    }

    private void makeAnew() throws Exception {
        delete();
        create();
    }

    private void delete() throws Exception {
        broker.admin().deleteTopics(List.of(TOPIC)).all().get(20, TimeUnit.SECONDS);
        await().until(() -> !broker.admin().listTopics().names().get().contains(TOPIC));
    }

    private void create() {
        await().ignoreExceptions().until(() -> {
            broker.admin().createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1))).all().get(20, TimeUnit.SECONDS);
            return true;
        });
    }

    private void publish(String... titles) {
        List.of(titles).forEach(title -> broker.publish(TOPIC, "TX", Wire.law("48201", title)));
    }
}
