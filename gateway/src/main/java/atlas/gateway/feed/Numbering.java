package atlas.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.events.consumer.EventHandler.Received;
import atlas.gateway.feed.NumberedEvents.Fresh;

/** Gives numbers to events, in the transaction of the caller, which holds the head of the feed until it ends. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Numbering {

    private static final String BEGIN = "UPDATE feed_head SET term = term + 1 RETURNING term";
    private static final String HOLD = "SELECT last_sequence FROM feed_head WHERE term = ? FOR UPDATE";
    private static final String KNOWN = "SELECT event_id FROM feed_event WHERE event_id = ANY (?)";
    private static final String ADD = """
            INSERT INTO feed_event (sequence, event_id, type, state, county, factors, recorded_at, body)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String MOVE = "UPDATE feed_head SET last_sequence = ?";
    /** What PostgreSQL answers when another transaction came first: the consumer tries again rather than parks. */
    private static final String OVERTAKEN = "40001";

    private final DataSource database;
    private final NumberedEvents listener;

    Numbering(DataSource database, NumberedEvents listener) {
        this.database = database;
        this.listener = listener;
    }

    /** Begins a leader's term: from now on no leader before it numbers anything. */
    long begin() {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(BEGIN);
                ResultSet row = update.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new FeedFailure("a term cannot be begun", e);
        }
    }

    /** Numbers those events that have no number yet, in their order, and tells which those are. */
    List<Received> number(long term, List<Received> batch) {
        try (Connection connection = database.getConnection()) {
            long last = hold(connection, term);
            List<Received> fresh = fresh(connection, batch);
            if (!fresh.isEmpty()) {
                List<Fresh> numbered = add(connection, last, fresh);
                try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                    move.setLong(1, last + fresh.size());
                    move.executeUpdate();
                }
                listener.numbered(numbered);
            }
            return fresh;
        } catch (SQLException e) {
            throw new FeedFailure("events cannot be numbered", e);
        }
    }

    private static long hold(Connection connection, long term) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(HOLD)) {
            query.setLong(1, term);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("another leader's term has begun", OVERTAKEN);
                }
                return row.getLong(1);
            }
        }
    }

    /** An event that comes again, in this batch or after a crash, keeps the number that it has. */
    private static List<Received> fresh(Connection connection, List<Received> batch) throws SQLException {
        Set<UUID> known = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
            query.setArray(1, connection.createArrayOf("uuid", batch.stream().map(one -> one.event().id()).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.add(rows.getObject(1, UUID.class));
                }
            }
        }
        List<Received> fresh = new ArrayList<>();
        batch.stream().filter(one -> known.add(one.event().id())).forEach(fresh::add);
        return fresh;
    }

    private static List<Fresh> add(Connection connection, long last, List<Received> fresh) throws SQLException {
        List<Fresh> numbered = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            long sequence = last;
            for (Received one : fresh) {
                EventFacts facts = EventFacts.of(one.event());
                insert.setLong(1, ++sequence);
                insert.setObject(2, one.event().id());
                insert.setString(3, facts.type());
                insert.setString(4, facts.state());
                insert.setString(5, facts.county());
                insert.setArray(6, connection.createArrayOf("text", facts.factors().stream().sorted().toArray()));
                insert.setTimestamp(7, Timestamp.from(facts.recordedAt()));
                insert.setString(8, new String(one.message(), StandardCharsets.UTF_8));
                insert.addBatch();
                numbered.add(new Fresh(one.event().id(), sequence, facts));
            }
            insert.executeBatch();
        }
        return numbered;
    }
}
