package atlas.events.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.events.testing.Broker;
import atlas.events.testing.RealServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;

@QuarkusTest
@RealServers
class TopicSetupTest {

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject
    Broker broker;

    @ParameterizedTest
    @CsvSource({ "counties,compact", "county-policy-changes,delete", "score-changes,delete" })
    void makesTheTopicsOfTheServiceAndKeepsThemForEver(String topic, String cleanup) throws Exception {
        assertEquals(12, partitions(topic));
        Config settings = settings(topic);
        assertEquals("-1", settings.get("retention.ms").value());
        assertEquals("-1", settings.get("retention.bytes").value());
        assertEquals(cleanup, settings.get("cleanup.policy").value());
    }

    @Test
    void leavesATopicThatExistsAsItIs() throws Exception {
        broker.admin().createTopics(List.of(new NewTopic("by-the-operator", 3, (short) 1)
                .configs(Map.of("retention.ms", "60000", "cleanup.policy", "compact,delete")))).all().get(20, TimeUnit.SECONDS);

        new TopicSetup(RelaySettings.of("by-the-operator", "by-the-service"), kafka).ensure();

        assertEquals(3, partitions("by-the-operator"));
        assertEquals("60000", settings("by-the-operator").get("retention.ms").value());
        assertEquals("compact,delete", settings("by-the-operator").get("cleanup.policy").value());
        assertEquals(12, partitions("by-the-service"));
    }

    @Test
    void tellsOfATopicThatKeepsFewerCopiesThanWereAskedFor() throws Exception {
        broker.admin().createTopics(List.of(new NewTopic("of-one-copy", 1, (short) 1))).all().get(20, TimeUnit.SECONDS);
        broker.describe(List.of("of-one-copy"));
        List<String> said = new ArrayList<>();
        Handler listener = new Listener(said);
        Logger log = Logger.getLogger(TopicSetup.class.getName());
        log.setLevel(Level.WARNING);
        log.addHandler(listener);
        try {
            new TopicSetup(RelaySettings.of("of-one-copy"), kafka).ensure();
            assertEquals(List.of(), said);

            new TopicSetup(RelaySettings.of("of-one-copy").withReplicas(3), kafka).ensure();
        } finally {
            log.removeHandler(listener);
            log.setLevel(null);
        }
        assertEquals(2, said.size(), said::toString);
        assertTrue(said.get(0).contains("topic of-one-copy has 1 replica(s), atlas.outbox.replicas is 3"), said::toString);
        assertTrue(said.get(1).contains("topic of-one-copy has min.insync.replicas=1"), said::toString);
    }

    @Test
    void saysWhyATopicCannotBeMade() {
        OutboxException failure = assertThrows(OutboxException.class,
                () -> new TopicSetup(RelaySettings.of("of-three-copies").withReplicas(3), kafka).ensure());

        assertTrue(failure.getMessage().contains("replication factor"), failure::getMessage);
    }

    private static final class Listener extends Handler {

        private final List<String> said;

        private Listener(List<String> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord line) {
            said.add(line instanceof ExtLogRecord full ? full.getFormattedMessage() : line.getMessage());
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is held
        }
    }

    private int partitions(String topic) {
        return broker.describe(List.of(topic)).get(topic).partitions().size();
    }

    private Config settings(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return broker.admin().describeConfigs(List.of(resource)).all().get(20, TimeUnit.SECONDS).get(resource);
    }
}
