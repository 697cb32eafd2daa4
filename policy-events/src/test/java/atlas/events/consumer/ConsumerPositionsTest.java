package atlas.events.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import atlas.events.testing.RealServers;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@RealServers
class ConsumerPositionsTest {

    private static final TopicPartition PARTITION = new TopicPartition("a-topic", 3);
    private static final Map<String, String> OLD = Map.of("a-topic", "its old id");
    private static final Map<String, String> NEW = Map.of("a-topic", "its new id");

    @Inject
    ConsumerPositions positions;

    @Inject
    DataSource database;

    @Test
    @TestTransaction
    void moveOnButNeverBack() throws SQLException {
        moveBehind(9, OLD);
        moveBehind(4, OLD);
        assertEquals(Map.of(PARTITION, 10L), positions.load("a consumer", OLD));

        moveBehind(10, OLD);
        assertEquals(Map.of(PARTITION, 11L), positions.load("a consumer", OLD));
        assertEquals(Map.of(), positions.load("another consumer", OLD));
    }

    @Test
    @TestTransaction
    void startOverWithATopicThatWasMadeAnew() throws SQLException {
        moveBehind(9, OLD);
        assertEquals(Map.of(), positions.load("a consumer", NEW));

        moveBehind(0, NEW);
        assertEquals(Map.of(PARTITION, 1L), positions.load("a consumer", NEW));
    }

    private void moveBehind(long offset, Map<String, String> topicIds) throws SQLException {
        var message = new ConsumerRecord<byte[], byte[]>(PARTITION.topic(), PARTITION.partition(), offset, null, null);
        try (Connection connection = database.getConnection()) {
            positions.move(connection, "a consumer", EventBatch.of(List.of(message), topicIds, any -> Span.getInvalid()));
        }
    }
}
