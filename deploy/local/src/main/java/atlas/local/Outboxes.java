package atlas.local;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import atlas.embedded.Databases;

/** The events that services have published lately, and still keep. */
final class Outboxes {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 5_000;
    private static final List<Service> OWNERS = List.of(Service.COUNTY, Service.STATE_LAW, Service.SCORING);

    private static final String PUBLISHED = "SELECT event_id FROM outbox WHERE published_at IS NOT NULL AND topic <> 'counties' ORDER BY id";
    private static final String NOT_IN_THE_FEED = "SELECT id FROM unnest(?) AS id WHERE NOT EXISTS (SELECT FROM feed_event WHERE event_id = id)";
    private static final String PUBLISH_AGAIN = "UPDATE outbox SET published_at = NULL WHERE event_id = ANY (?)";
    private static final String IN_USE = "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database WHERE locktype = 'advisory' AND datname = ?";

    private final Databases databases;

    Outboxes(Databases databases) {
        this.databases = databases;
    }

    /** Refuses while a service leads, and so publishes. */
    void requireIdle() throws SQLException {
        for (Service service : Service.values()) {
            try (Connection connection = databases.on(service.database()).connect(PATIENCE);
                    PreparedStatement query = connection.prepareStatement(IN_USE)) {
                query.setString(1, service.database());
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    if (row.getLong(1) > 0) {
                        throw new CannotStartException("a " + service.module() + " still runs: stop all services first");
                    }
                }
            }
        }
    }

    /**
     * Has the services publish once more, when they start, what is not in the feed yet and so is on no topic that is made from
     * it.
     */
    int publishAgainWhatTheFeedLacks() throws SQLException {
        int marked = 0;
        try (Connection gateway = databases.on(Service.GATEWAY.database()).connect(PATIENCE)) {
            for (Service owner : OWNERS) {
                try (Connection outbox = databases.on(owner.database()).connect(PATIENCE)) {
                    marked += publishAgain(outbox, gateway);
                }
            }
        }
        return marked;
    }

    private static int publishAgain(Connection outbox, Connection gateway) throws SQLException {
        int marked = 0;
        List<Object> published = ids(outbox, PUBLISHED, null);
        for (int first = 0; first < published.size(); first += AT_ONCE) {
            List<Object> some = published.subList(first, Math.min(published.size(), first + AT_ONCE));
            List<Object> lacking = ids(gateway, NOT_IN_THE_FEED, gateway.createArrayOf("uuid", some.toArray()));
            try (PreparedStatement mark = outbox.prepareStatement(PUBLISH_AGAIN)) {
                mark.setArray(1, outbox.createArrayOf("uuid", lacking.toArray()));
                marked += mark.executeUpdate();
            }
        }
        return marked;
    }

    private static List<Object> ids(Connection connection, String query, Array of) throws SQLException {
        List<Object> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (of != null) {
                statement.setArray(1, of);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1));
                }
            }
        }
        return ids;
    }
}
