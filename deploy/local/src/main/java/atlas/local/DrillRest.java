package atlas.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import atlas.embedded.Databases;

/** Whether a suite has come to rest: all events published, and each applied by scores and feed. */
final class DrillRest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 200;
    private static final String UNPUBLISHED = "SELECT count(*) FROM outbox WHERE published_at IS NULL";
    private static final String UNSEALED = "SELECT count(*) FROM audit_unchained";
    private static final String APPLIED = "SELECT coalesce(sum(next_offset), 0) FROM consumer_position";
    private static final List<String> SCORES = List.of("counties", "county-policy-changes", "state-law-changes");
    private static final List<String> FEED = List.of("county-policy-changes", "state-law-changes", "score-changes");

    private final Databases databases;
    private final String bootstrapServers;

    DrillRest(DrillSuite suite) {
        this.databases = suite.databases();
        this.bootstrapServers = suite.bootstrapServers();
    }

    void await() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // Twice: an event that scores are made of may cause the next.
        for (int atRest = 0; atRest < 2; atRest = isThere() ? atRest + 1 : 0) {
            if (System.nanoTime() > deadline) {
                throw new CannotStartException("the suite does not come to rest");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean isThere() throws SQLException {
        long waiting = number(Service.COUNTY, UNPUBLISHED) + number(Service.STATE_LAW, UNPUBLISHED)
                + number(Service.SCORING, UNPUBLISHED) + number(Service.COUNTY, UNSEALED) + number(Service.STATE_LAW, UNSEALED);
        return waiting == 0 && number(Service.SCORING, APPLIED) == end(SCORES) && number(Service.GATEWAY, APPLIED) == end(FEED);
    }

    private long number(Service owner, String query) throws SQLException {
        try (Connection connection = databases.on(owner.database()).connect(Duration.ofMinutes(1));
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long end(List<String> topics) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
        try (var consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(topics.stream().flatMap(topic -> consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))).toList()).values().stream()
                    .mapToLong(Long::longValue).sum();
        }
    }
}
