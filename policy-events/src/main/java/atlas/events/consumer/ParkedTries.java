package atlas.events.consumer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/** What the consumer that leads reads and writes of parked messages when it tries them again. */
@ApplicationScoped
class ParkedTries {

    private static final String REQUEST_WHAT_AWAITS = """
            UPDATE parked_message SET status = 'REQUESTED'
            WHERE consumer = ? AND status = 'PARKED' AND awaits AND topic = ANY (?)""";
    private static final String REQUESTED = """
            SELECT public_id, topic, payload FROM parked_message WHERE consumer = ? AND status = 'REQUESTED'
            ORDER BY public_id LIMIT ?""";
    private static final String HOLD = "SELECT status FROM parked_message WHERE public_id = ? FOR UPDATE";
    private static final String TRIED = """
            UPDATE parked_message SET status = ?, reason = coalesce(?, reason), awaits = ?, event_id = ?, event_type = ?,
                attempts = attempts + 1, last_tried_at = clock_timestamp()
            WHERE public_id = ? AND status = 'REQUESTED'""";
    private static final String OPEN = """
            SELECT topic, count(*) FROM parked_message WHERE consumer = ? AND status IN ('PARKED', 'REQUESTED') GROUP BY topic""";

    private final DataSource database;
    private final MeterRegistry meters;

    ParkedTries(DataSource database, MeterRegistry meters) {
        this.database = database;
        this.meters = meters;
    }

    OpenParked gauge(String consumer, List<String> topics) {
        return new OpenParked(consumer, topics, this, meters);
    }

    /** Asks for those that lack something which an earlier topic may have brought. */
    void requestWhatAwaits(String consumer, List<String> topics) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(REQUEST_WHAT_AWAITS)) {
            update.setString(1, consumer);
            update.setArray(2, connection.createArrayOf("text", topics.toArray()));
            update.executeUpdate();
        }
    }

    /** Those that somebody asked for, in the order in which they were parked. */
    List<Requested> requested(String consumer, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(REQUESTED)) {
            query.setString(1, consumer);
            query.setInt(2, most);
            List<Requested> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Requested(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)));
                }
            }
            return found;
        }
    }

    /** Keeps everybody else from it until the transaction of the caller ends; a row that is gone is as good as discarded. */
    ParkedStatus hold(Requested message) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HOLD)) {
            query.setObject(1, message.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? ParkedStatus.valueOf(row.getString(1)) : ParkedStatus.DISCARDED;
            }
        }
    }

    /** In the transaction of the effect. */
    void applied(Requested message) throws SQLException {
        tried(message, ParkedStatus.APPLIED, null, false);
    }

    void failed(Requested message, String reason, boolean awaits) throws SQLException {
        tried(message, ParkedStatus.PARKED, ParkedMessages.text(reason), awaits);
    }

    private void tried(Requested message, ParkedStatus status, String reason, boolean awaits) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TRIED)) {
            update.setString(1, status.name());
            update.setString(2, reason);
            update.setBoolean(3, awaits);
            ParkedMessages.setHead(update, 4, message.payload());
            update.setObject(6, message.id());
            update.executeUpdate();
        }
    }

    /** How many of each topic are parked still. */
    Map<String, Long> open(String consumer) throws SQLException {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(OPEN)) {
            query.setString(1, consumer);
            Map<String, Long> counts = new HashMap<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        }
    }

    /** A message that is to be applied again, as it was on its topic. */
    record Requested(UUID id, String topic, byte[] payload) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Requested requested && requested.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }
}
