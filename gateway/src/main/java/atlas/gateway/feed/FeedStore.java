package atlas.gateway.feed;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Reads the feed. What it has read up to the head never changes: events are only ever added behind it. */
@ApplicationScoped
public class FeedStore {

    private static final String HEAD = "SELECT first_sequence, last_sequence FROM feed_head";
    private static final String PAGE = """
            SELECT sequence, type, state, county, factors, recorded_at, body FROM feed_event
            WHERE sequence > ? AND sequence <= ?%s ORDER BY sequence LIMIT ?""";
    private static final String FROM_THE_END = """
            SELECT sequence FROM feed_event WHERE sequence <= ?%s ORDER BY sequence DESC LIMIT 1 OFFSET ?""";
    private static final String COUNT = "SELECT count(*) FROM feed_event WHERE sequence <= ?%s";
    /** An event may be as large as a message of Kafka: they are not all held at once by the driver too. */
    private static final int ROWS_AT_ONCE = 32;

    private final DataSource database;

    FeedStore(DataSource database) {
        this.database = database;
    }

    public FeedHead head() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HEAD);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new FeedHead(row.getLong(1), row.getLong(2));
        } catch (SQLException e) {
            throw new FeedFailure("the head of the feed cannot be read", e);
        }
    }

    /**
     * Events behind a number, up to another, in order.
     *
     * @param most how many at the most, and how long together: but always one
     */
    public List<NumberedEvent> page(FeedFilter filter, long after, long upTo, Most most) {
        FeedFilter.Condition condition = filter.condition();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE.formatted(condition.sql()))) {
            connection.setAutoCommit(false); // the driver fetches in parts only inside of a transaction
            query.setFetchSize(ROWS_AT_ONCE);
            query.setLong(1, after);
            query.setLong(2, upTo);
            int next = set(query, 3, condition.values());
            query.setInt(next, most.events());
            List<NumberedEvent> events = read(query, most.characters());
            connection.commit();
            return events;
        } catch (SQLException e) {
            throw new FeedFailure("the feed cannot be read", e);
        }
    }

    private static List<NumberedEvent> read(PreparedStatement query, int characters) throws SQLException {
        List<NumberedEvent> events = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            int length = 0;
            while (length < characters && rows.next()) {
                events.add(event(rows));
                length += events.get(events.size() - 1).body().length();
            }
        }
        return events;
    }

    private static NumberedEvent event(ResultSet row) throws SQLException {
        Array factors = row.getArray("factors");
        EventFacts facts = new EventFacts(row.getString("type"), row.getString("state"), row.getString("county"),
                Set.of((String[]) factors.getArray()), row.getTimestamp("recorded_at").toInstant());
        return new NumberedEvent(row.getLong("sequence"), facts, row.getString("body"));
    }

    /** The number of a wanted event, counted from the newest (1) back; none when there are not that many. */
    public OptionalLong fromTheEnd(FeedFilter filter, FeedHead head, long place) {
        FeedFilter.Condition condition = filter.condition();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FROM_THE_END.formatted(condition.sql()))) {
            query.setLong(1, head.last());
            int next = set(query, 2, condition.values());
            query.setLong(next, place - 1);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new FeedFailure("the feed cannot be read from its end", e);
        }
    }

    /** How many of the events up to a number are wanted. */
    public long count(FeedFilter filter, FeedHead head) {
        if (filter.isAll()) {
            return head.size();
        }
        FeedFilter.Condition condition = filter.condition();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT.formatted(condition.sql()))) {
            query.setLong(1, head.last());
            set(query, 2, condition.values());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new FeedFailure("the feed cannot be counted", e);
        }
    }

    private static int set(PreparedStatement query, int from, List<Object> values) throws SQLException {
        int next = from;
        for (Object value : values) {
            query.setObject(next++,
                    value instanceof String[] texts ? query.getConnection().createArrayOf("text", texts) : value);
        }
        return next;
    }

    /** How much is read at once. */
    public record Most(int events, int characters) {
    }
}
