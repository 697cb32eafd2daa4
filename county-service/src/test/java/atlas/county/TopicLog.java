package atlas.county;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what is on a topic from its first offset, as a stranger would. */
@ApplicationScoped
class TopicLog {

    private final String servers;
    private final ObjectMapper json = new ObjectMapper();

    TopicLog(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /** The events by key, when so many keys have come. */
    Map<String, List<JsonNode>> read(String topic, int keys) {
        return read(topic, events -> events.size() >= keys);
    }

    /** The events of one key, when so many have come. */
    List<JsonNode> read(String topic, String key, int events) {
        return read(topic, all -> all.getOrDefault(key, List.of()).size() >= events).getOrDefault(key, List.of());
    }

    private Map<String, List<JsonNode>> read(String topic, Predicate<Map<String, List<JsonNode>>> enough) {
        Map<String, List<JsonNode>> events = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(
                    consumer.partitionsFor(topic).stream().map(part -> new TopicPartition(topic, part.partition())).toList());
            consumer.seekToBeginning(consumer.assignment());
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!enough.test(events) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(
                        message -> events.computeIfAbsent(message.key(), key -> new ArrayList<>()).add(tree(message.value())));
            }
        }
        return events;
    }

    private JsonNode tree(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
