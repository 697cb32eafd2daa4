package atlas.gateway.webhook.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.feed.FeedFilter;
import atlas.gateway.feed.NumberedEvents;
import atlas.service.time.Today;

/**
 * Notes for each webhook the events that it wants, in the transaction that numbers them: each once, or, when that is rolled
 * back, not at all.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Fanout implements NumberedEvents {

    private static final String ACTIVE = """
            SELECT w.id, w.states, w.counties, w.factors, w.types FROM webhook w JOIN partner p ON p.id = w.partner
            WHERE w.status = 'ACTIVE' AND p.closed IS NULL""";
    // in the order given, which gives them their ids
    private static final String ADD = """
            INSERT INTO webhook_delivery (webhook, event_id, sequence, type, due, made)
            SELECT n.webhook, n.event, n.sequence, n.type, ?, ?
            FROM unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::text[]) WITH ORDINALITY AS n (webhook, event, sequence, type, place)
            ORDER BY n.place
            ON CONFLICT (webhook, event_id) DO NOTHING""";

    private final DataSource database;
    private final Today today;

    Fanout(DataSource database, Today today) {
        this.database = database;
        this.today = today;
    }

    /** Who wants what. */
    private record Wish(UUID webhook, FeedFilter filter) {
    }

    /** One of them for one webhook. */
    private record Note(UUID webhook, Fresh event) {
    }

    @Override
    public void numbered(List<Fresh> events) {
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            List<Wish> wishes = wishes(connection);
            List<Note> notes = new ArrayList<>();
            for (Fresh event : events) {
                wishes.stream().filter(wish -> wish.filter().matches(event.facts()))
                        .forEach(wish -> notes.add(new Note(wish.webhook(), event)));
            }
            if (!notes.isEmpty()) {
                add(connection, notes);
            }
        } catch (SQLException e) {
            throw new DeliveryException("events cannot be noted for webhooks", e);
        }
    }

    private static List<Wish> wishes(Connection connection) throws SQLException {
        List<Wish> wishes = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ACTIVE); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                wishes.add(new Wish(row.getObject(1, UUID.class),
                        new FeedFilter(texts(row, 2), texts(row, 3), texts(row, 4), texts(row, 5), null)));
            }
        }
        return wishes;
    }

    private void add(Connection connection, List<Note> notes) throws SQLException {
        Timestamp now = Timestamp.from(today.now());
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setTimestamp(1, now);
            insert.setTimestamp(2, now);
            insert.setArray(3, connection.createArrayOf("uuid", notes.stream().map(Note::webhook).toArray()));
            insert.setArray(4, connection.createArrayOf("uuid", notes.stream().map(note -> note.event().id()).toArray()));
            insert.setArray(5,
                    connection.createArrayOf("bigint", notes.stream().map(note -> note.event().sequence()).toArray()));
            insert.setArray(6,
                    connection.createArrayOf("text", notes.stream().map(note -> note.event().facts().type()).toArray()));
            insert.executeUpdate();
        }
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
