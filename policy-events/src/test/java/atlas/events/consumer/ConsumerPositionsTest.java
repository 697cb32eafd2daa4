package atlas.events.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import atlas.events.testing.RealServers;
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

    @Test
    @TestTransaction
    void moveOnButNeverBack() throws SQLException {
        positions.move("a consumer", Map.of(PARTITION, 10L), OLD);
        positions.move("a consumer", Map.of(PARTITION, 5L), OLD);
        assertEquals(Map.of(PARTITION, 10L), positions.load("a consumer", OLD));

        positions.move("a consumer", Map.of(PARTITION, 11L), OLD);
        assertEquals(Map.of(PARTITION, 11L), positions.load("a consumer", OLD));
        assertEquals(Map.of(), positions.load("another consumer", OLD));
    }

    @Test
    @TestTransaction
    void startOverWithATopicThatWasMadeAnew() throws SQLException {
        positions.move("a consumer", Map.of(PARTITION, 10L), OLD);
        assertEquals(Map.of(), positions.load("a consumer", NEW));

        positions.move("a consumer", Map.of(PARTITION, 1L), NEW);
        assertEquals(Map.of(PARTITION, 1L), positions.load("a consumer", NEW));
    }
}
