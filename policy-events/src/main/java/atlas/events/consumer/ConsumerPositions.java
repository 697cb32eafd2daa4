package atlas.events.consumer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

/** How far each partition has been applied, kept beside what was applied. */
@ApplicationScoped
class ConsumerPositions {

    private static final String MOVE = """
            INSERT INTO consumer_position (consumer, topic, part, topic_id, next_offset) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (consumer, topic, part) DO UPDATE SET topic_id = excluded.topic_id, next_offset =
                CASE WHEN consumer_position.topic_id = excluded.topic_id
                    THEN greatest(consumer_position.next_offset, excluded.next_offset) ELSE excluded.next_offset END""";

    private final DataSource database;

    ConsumerPositions(DataSource database) {
        this.database = database;
    }

    /** The next offset of each partition of the topics as they are now; of a topic that was made anew none is known. */
    Map<TopicPartition, Long> load(String consumer, Map<String, String> topicIds) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection
                        .prepareStatement(
                                "SELECT topic, part, topic_id, next_offset FROM consumer_position WHERE consumer = ?")) {
            query.setString(1, consumer);
            Map<TopicPartition, Long> positions = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    if (rows.getString(3).equals(topicIds.get(rows.getString(1)))) {
                        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(4));
                    }
                }
            }
            return positions;
        }
    }

    /** Moves the positions to where the batch ends, in the transaction of the caller. */
    void move(Connection connection, String consumer, EventBatch batch) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(MOVE)) {
            for (Map.Entry<TopicPartition, Long> position : batch.next().entrySet()) {
                upsert.setString(1, consumer);
                upsert.setString(2, position.getKey().topic());
                upsert.setInt(3, position.getKey().partition());
                upsert.setString(4, batch.topicIds().get(position.getKey().topic()));
                upsert.setLong(5, position.getValue());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
