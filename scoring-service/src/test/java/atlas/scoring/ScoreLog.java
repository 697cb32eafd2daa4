package atlas.scoring;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the score changes from the first one on, as a stranger would. */
@ApplicationScoped
public class ScoreLog {

    private static final String WAITING = "SELECT count(*) FROM outbox WHERE published_at IS NULL";

    private final String servers;
    private final Wire wire;
    private final DataSource database;
    private final ObjectMapper json = new ObjectMapper();

    ScoreLog(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Wire wire, DataSource database) {
        this.servers = servers;
        this.wire = wire;
        this.database = database;
    }

    /**
     * The changes of a county that one event or record caused, when at least so many have come, or else after the
     * patience.
     */
    public List<JsonNode> of(String fips, UUID cause, int atLeast) {
        try {
            return await().until(() -> ofNow(fips, cause), found -> found.size() >= atLeast);
        } catch (ConditionTimeoutException late) {
            return ofNow(fips, cause);
        }
    }

    /** The changes of a county that one event or record caused, when all is told that is to be told of what was sent so far. */
    public List<JsonNode> inAll(String fips, UUID cause) {
        settled();
        return ofNow(fips, cause);
    }

    private List<JsonNode> ofNow(String fips, UUID cause) {
        List<JsonNode> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = open()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            consumer.seekToBeginning(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
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

    /** Returns when nothing more is to be told of what was sent so far. */
    public void settled() {
        wire.settled();
        await().until(() -> waiting() == 0);
    }

    private long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
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
