package atlas.events.consumer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.events.consumer.ParkedMessage.Asked;
import atlas.events.consumer.ParkedMessage.Asker;
import atlas.events.consumer.ParkedMessage.Origin;

/** The parked messages as people look at them and decide about them, in the caller's transaction where there is one. */
@ApplicationScoped
public class ParkedStore {

    private static final String COLUMNS = """
            public_id, consumer, topic, part, position, key, event_id, event_type, status, reason, attempts, parked_at, last_tried_at,
            revision, asked_at, asked_key, asked_partner, asked_by, note""";
    private static final String WANTED = """
            FROM parked_message WHERE (?::text IS NULL OR topic = ?) AND (?::text IS NULL OR key = ?)
               AND (?::text IS NULL OR position(? IN reason) > 0) AND (?::text IS NULL OR status = ?)
               AND (?::timestamptz IS NULL OR parked_at >= ?)""";
    private static final String LIST = "SELECT " + COLUMNS + " " + WANTED
            + " AND (?::uuid IS NULL OR public_id < ?) ORDER BY public_id DESC LIMIT ?";
    private static final String HOLD_FIRST = "SELECT " + COLUMNS + " " + WANTED + " ORDER BY public_id LIMIT ? FOR UPDATE";
    private static final String FIND = "SELECT " + COLUMNS + " FROM parked_message WHERE public_id = ?";
    private static final String PAYLOAD = "SELECT payload FROM parked_message WHERE public_id = ?";
    private static final String ASK = """
            UPDATE parked_message SET status = ?, revision = revision + 1, asked_at = clock_timestamp(), asked_key = ?,
                asked_partner = ?, asked_by = ?, note = ?
            WHERE public_id = ANY (?) RETURNING\s""" + COLUMNS;

    private final DataSource database;

    ParkedStore(DataSource database) {
        this.database = database;
    }

    /** What the filter selects, parked before that of the id (null: from the newest), at most so many; the newest first. */
    public List<ParkedMessage> list(ParkedFilter filter, UUID before, int most) {
        return with(LIST, query -> {
            int next = bind(filter, query);
            query.setObject(next, before);
            query.setObject(next + 1, before);
            query.setInt(next + 2, most);
            return all(query);
        });
    }

    public long count(ParkedFilter filter) {
        return with("SELECT count(*) " + WANTED, query -> {
            bind(filter, query);
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        });
    }

    public Optional<ParkedMessage> find(UUID id) {
        return find(FIND, id);
    }

    /** Keeps everybody else from deciding about it until the transaction ends. */
    public Optional<ParkedMessage> hold(UUID id) {
        return find(FIND + " FOR UPDATE", id);
    }

    /** The same for those that the filter selects, at most so many; what was parked first comes first. */
    public List<ParkedMessage> hold(ParkedFilter filter, int most) {
        return with(HOLD_FIRST, query -> {
            query.setInt(bind(filter, query), most);
            return all(query);
        });
    }

    /** The message as it was on the topic; null when it had no value. */
    public byte[] payload(UUID id) {
        return with(PAYLOAD, query -> {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        });
    }

    /** Keeps what somebody decided about messages that are held, and shows them as they are then. */
    public List<ParkedMessage> decide(List<UUID> ids, ParkedStatus status, Asker asker, String note) {
        return with(ASK, update -> {
            update.setString(1, status.name());
            update.setString(2, asker.keyId());
            update.setString(3, asker.partner());
            update.setString(4, asker.organisation());
            update.setString(5, note);
            update.setArray(6, update.getConnection().createArrayOf("uuid", ids.toArray()));
            return all(update);
        });
    }

    private Optional<ParkedMessage> find(String sql, UUID id) {
        return with(sql, query -> {
            query.setObject(1, id);
            return all(query).stream().findFirst();
        });
    }

    private static int bind(ParkedFilter filter, PreparedStatement query) throws SQLException {
        Object[] values = { filter.topic(), filter.key(), filter.reason(),
                filter.status() == null ? null : filter.status().name(),
                filter.since() == null ? null : Timestamp.from(filter.since()) };
        int next = 1;
        for (Object value : values) {
            query.setObject(next++, value);
            query.setObject(next++, value);
        }
        return next;
    }

    private static List<ParkedMessage> all(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<ParkedMessage> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        }
    }

    private static ParkedMessage read(ResultSet row) throws SQLException {
        Origin origin = new Origin(row.getString("topic"), row.getInt("part"), row.getLong("position"), row.getString("key"),
                row.getString("event_id"), row.getString("event_type"));
        Timestamp asked = row.getTimestamp("asked_at");
        Asker asker = new Asker(row.getString("asked_key"), row.getString("asked_partner"), row.getString("asked_by"));
        return new ParkedMessage(row.getObject("public_id", UUID.class), row.getString("consumer"), origin,
                ParkedStatus.valueOf(row.getString("status")), row.getString("reason"), row.getInt("attempts"),
                instant(row, "parked_at"), instant(row, "last_tried_at"), row.getInt("revision"),
                asked == null ? null : new Asked(asked.toInstant(), asker), row.getString("note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the table of parked messages cannot be used", e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
