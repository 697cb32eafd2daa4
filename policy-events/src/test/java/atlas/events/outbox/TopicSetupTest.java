package atlas.events.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
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
    void namesTheSettingWhenThereAreFewerBrokersThanReplicas() {
        RelaySettings three = new RelaySettings(Duration.ofMillis(50), 100, Duration.ofDays(7), 1, (short) 3,
                List.of("threefold"));

        OutboxException refusal = assertThrows(OutboxException.class, () -> new TopicSetup(three, kafka).ensure());

        assertEquals("topic threefold cannot have 3 replicas: set ATLAS_OUTBOX_REPLICAS to no more than there are brokers",
                refusal.getMessage());
    }

    private int partitions(String topic) {
        return broker.describe(List.of(topic)).get(topic).partitions().size();
    }

    private Config settings(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return broker.admin().describeConfigs(List.of(resource)).all().get(20, TimeUnit.SECONDS).get(resource);
    }
}
