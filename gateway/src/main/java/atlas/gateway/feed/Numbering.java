package atlas.gateway.feed;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final String HOLD = "SELECT coalesce(next_last, last_sequence) FROM feed_head WHERE term = ? FOR UPDATE";
    private static final String KNOWN = """
            SELECT event_id, e.epoch = h.epoch FROM feed_event e, feed_head h WHERE event_id = ANY (?)""";
    private static final String ADD = """
            INSERT INTO feed_event (sequence, event_id, type, state, county, factors, recorded_at, body, epoch)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, (SELECT epoch FROM feed_head))""";
    private static final String MOVE = """
            UPDATE feed_head SET last_sequence = CASE WHEN next_last IS NULL THEN grown ELSE last_sequence END,
                next_last = CASE WHEN next_last IS NOT NULL THEN grown END FROM (SELECT ?::bigint AS grown) now""";
    private static final String TERM = "SELECT term FROM feed_head";
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

    /** Whether somebody has begun a term after this one: then its leader can number nothing more. */
    @Transactional(Transactional.TxType.SUPPORTS)
    boolean isOver(long term) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(TERM);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1) > term;
        } catch (SQLException e) {
            throw new FeedFailure("the term cannot be read", e);
        }
    }

    /**
     * Numbers those events that have no number in this feed yet, in their order.
     *
     * @return those that were in no feed before either: they are news
     */
    List<Received> number(long term, List<Received> batch) {
        try (Connection connection = database.getConnection()) {
            long last = hold(connection, term);
            Map<UUID, Boolean> known = known(connection, batch);
            List<Received> fresh = fresh(known, batch);
            if (!fresh.isEmpty()) {
                List<Fresh> numbered = add(connection, last, fresh);
                try (PreparedStatement move = connection.prepareStatement(MOVE)) {
                    move.setLong(1, last + fresh.size());
                    move.executeUpdate();
                }
                listener.numbered(numbered.stream().filter(one -> !known.containsKey(one.id())).toList());
            }
            return fresh.stream().filter(one -> !known.containsKey(one.event().id())).toList();
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

    /** The events that have a number, and whether it is one of the feed that grows now. */
    private static Map<UUID, Boolean> known(Connection connection, List<Received> batch) throws SQLException {
        Map<UUID, Boolean> known = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
            query.setArray(1, connection.createArrayOf("uuid", batch.stream().map(one -> one.event().id()).toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.merge(rows.getObject(1, UUID.class), rows.getBoolean(2), Boolean::logicalOr);
                }
            }
        }
        return known;
    }

    /** An event that comes again, in this batch or after a crash, keeps the number that it has. */
    private static List<Received> fresh(Map<UUID, Boolean> known, List<Received> batch) {
        Set<UUID> taken = new HashSet<>();
        return batch.stream().filter(one -> !known.getOrDefault(one.event().id(), false) && taken.add(one.event().id()))
                .toList();
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
