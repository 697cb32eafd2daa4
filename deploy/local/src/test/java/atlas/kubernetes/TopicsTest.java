package atlas.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The topics are those of the published contract of events, and each user may do with them what its service does. */
class TopicsTest {

    /** Of Kafka; the public stream is a channel of the contract, too. */
    private static List<JsonNode> channels;

    private final Manifests servers = Manifests.in("servers");

    @BeforeAll
    static void readTheContract() throws IOException {
        try (InputStream contract = TopicsTest.class.getResourceAsStream("/asyncapi/asyncapi.json")) {
            channels = Manifest.items(new ObjectMapper().readTree(contract).path("channels"))
                    .filter(channel -> channel.at("/bindings/kafka").isObject()).toList();
        }
    }

    @Test
    void areThoseOfTheContract() {
        assertEquals(channels.stream().map(channel -> channel.path("address").asText()).collect(Collectors.toSet()),
                servers.of("KafkaTopic").stream().map(Manifest::name).collect(Collectors.toSet()));
        for (JsonNode channel : channels) {
            Manifest topic = servers.one("KafkaTopic", channel.path("address").asText());
            JsonNode promised = channel.at("/bindings/kafka");
            assertEquals(promised.path("partitions").asInt(), topic.at("/spec/partitions").asInt());
            assertEquals(promised.at("/topicConfiguration/cleanup.policy/0").asText(),
                    topic.at("/spec/config/cleanup.policy").asText());
            assertEquals(promised.at("/topicConfiguration/retention.ms").asLong(),
                    topic.at("/spec/config/retention.ms").asLong());
        }
    }

    @Test
    void anEventSurvivesABroker() {
        int brokers = servers.one("KafkaNodePool", "brokers").at("/spec/replicas").asInt();
        for (Manifest topic : servers.of("KafkaTopic")) {
            assertEquals(3, topic.at("/spec/replicas").asInt());
            assertEquals(2, topic.at("/spec/config/min.insync.replicas").asInt());
            assertTrue(brokers >= topic.at("/spec/replicas").asInt());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "county-service", "state-law-service", "scoring-service" })
    void areMadeByTheServiceWithAsManyReplicas(String service) {
        String replicas = Manifests.settings("overlays/production/settings/" + service + ".env").stream()
                .filter(setting -> setting[0].equals("ATLAS_OUTBOX_REPLICAS")).map(setting -> setting[1]).findFirst()
                .orElseThrow();
        assertEquals(servers.one("KafkaTopic", "counties").at("/spec/replicas").asText(), replicas);
    }

    @Test
    void areWrittenByTheirOwnersOnly() {
        for (String service : Manifests.SERVICES) {
            assertEquals(Set.copyOf(ServiceFacts.of(service).list("atlas.outbox.topics")), topics(service, "Write"), service);
            assertEquals(topics(service, "Write"), topics(service, "Create"), service);
        }
    }

    /** scoring reads its own topic, too: to know whether it has told anything before. */
    @Test
    void areReadByWhoConsumesThem() {
        Set<String> all = servers.of("KafkaTopic").stream().map(Manifest::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, topics("gateway", "Read"));
        assertEquals(all, topics("scoring-service", "Read"));
        assertEquals(Set.of(), topics("county-service", "Read"));
        assertEquals(Set.of(), topics("state-law-service", "Read"));
    }

    private Set<String> topics(String user, String operation) {
        return Manifest.items(servers.one("KafkaUser", user).at("/spec/authorization/acls"))
                .filter(rule -> Manifest.items(rule.path("operations")).anyMatch(may -> may.asText().equals(operation)))
                .map(rule -> rule.at("/resource/name").asText()).collect(Collectors.toCollection(TreeSet::new));
    }
}
