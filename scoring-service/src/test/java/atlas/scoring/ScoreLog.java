package atlas.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the score changes from the first one on, as a stranger would. */
@ApplicationScoped
public class ScoreLog {

    private final String servers;
    private final ObjectMapper json = new ObjectMapper();

    ScoreLog(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    /**
     * The changes of a county that one event or record caused, when at least so many have come, or else after the
     * patience.
     */
    public List<JsonNode> of(String fips, UUID cause, int atLeast) {
        List<JsonNode> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            consumer.seekToBeginning(consumer.assignment());
            long deadline = System.nanoTime() + Duration.ofSeconds(atLeast == 0 ? 2 : 30).toNanos();
            while (System.nanoTime() < deadline && (atLeast == 0 || found.size() < atLeast)) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> {
                    if (fips.equals(message.key())
                            && tree(message.value()).at("/data/cause").toString().contains(cause.toString())) {
                        found.add(tree(message.value()));
                    }
                });
            }
        }
        return found;
    }

    /** How many there are by now. */
    public long count() {
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            return consumer.endOffsets(consumer.assignment()).values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private KafkaConsumer<String, byte[]> open() {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest", "enable.auto.commit", "false"),
                new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor("score-changes").stream()
                .map(part -> new TopicPartition("score-changes", part.partition())).toList());
        return consumer;
    }

    private JsonNode tree(byte[] value) {
        try {
            return json.readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
