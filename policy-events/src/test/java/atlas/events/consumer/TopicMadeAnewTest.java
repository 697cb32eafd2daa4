package atlas.events.consumer;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;

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
        makeAnew();
        reading = readings.fromNowOn(TOPIC);
    }

    @AfterEach
    void close() {
        readings.closeAll();
    }

    @Test
    void readsATopicThatWasMadeAnewWhileItWasAwayFromTheFirstOffset() {
        publish("old 1", "old 2");
        reading.start().awaitEntered("old 1", "old 2");
        reading.close();
        makeAnew();
        publish("new 1", "new 2", "new 3");

        reading.start();

        reading.awaitEntered("old 1", "old 2", "new 1", "new 2", "new 3");
    }

    @Test
    void readsATopicThatIsMadeAnewWhileItReadsFromTheFirstOffset() {
        reading.ledger().when("old 2", event -> {
            makeAnew();
            publish("new 1", "new 2", "new 3", "new 4");
        });
        publish("old 1", "old 2");
        reading.start();

        await().untilAsserted(() -> assertThat(reading.ledger().entered(),
                hasItems("old 1", "old 2", "new 1", "new 2", "new 3", "new 4")));
    }

    @Test
    void parksAMessageOfTheNewTopicAtTheOffsetOfOneOfTheOld() {
        broker.publish(TOPIC, "TX", "old");
        reading.start();
        await().until(() -> reading.parked().size() == 1);
        makeAnew();
        broker.publish(TOPIC, "TX", "new");

        await().until(() -> reading.parked().size() == 2);
    }

    @Test
    void waitsForATopicThatIsNotThereYet() {
        delete();
        reading.start();
        create();
        publish("first");

        reading.awaitEntered("first");
    }

    private void makeAnew() {
        delete();
        create();
    }

    private void delete() {
        broker.admin().deleteTopics(List.of(TOPIC));
        await().until(() -> !isThere());
    }

    private void create() {
        await().ignoreExceptions().until(() -> {
            if (!isThere()) {
                broker.admin().createTopics(List.of(new NewTopic(TOPIC, 12, (short) 1))).all().get(20, TimeUnit.SECONDS);
            }
            return true;
        });
    }

    private boolean isThere() throws Exception {
        return broker.admin().listTopics().names().get(20, TimeUnit.SECONDS).contains(TOPIC);
    }

    private void publish(String... titles) {
        List.of(titles).forEach(title -> broker.publish(TOPIC, "TX", Wire.law("48201", title)));
    }
}
