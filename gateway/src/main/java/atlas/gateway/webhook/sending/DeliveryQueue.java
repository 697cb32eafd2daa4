package atlas.gateway.webhook.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.gateway.webhook.WebhookConfig;
import atlas.gateway.webhook.delivery.DeliveryException;
import atlas.gateway.webhook.sending.Due.Message;
import atlas.gateway.webhook.sending.Due.Target;

/** Finds what is due, a few of each webhook: one that has much to get, or takes nothing, leaves the others their part. */
@ApplicationScoped
class DeliveryQueue {

    private static final String DUE = """
            SELECT w.id AS webhook, w.url, w.secret, CASE WHEN w.old_secret_until > ? THEN w.old_secret END AS old_secret,
                w.failing_since IS NOT NULL AS failing, d.id, d.event_id, coalesce(e.sequence, 0) AS sequence,
                coalesce(d.body, e.body) AS body, d.attempts, d.begun_at
            FROM webhook w
            CROSS JOIN LATERAL (
                SELECT * FROM webhook_delivery d
                WHERE d.webhook = w.id AND d.status = 'PENDING' AND d.due <= ? AND d.id <> ALL (?)
                ORDER BY d.due, d.id LIMIT CASE WHEN w.failing_since IS NULL THEN ? ELSE 1 END) d
            LEFT JOIN LATERAL (
                SELECT sequence, body FROM feed_event e WHERE e.event_id = d.event_id ORDER BY epoch LIMIT 1) e ON true
            WHERE w.status = 'ACTIVE' AND w.id <> ALL (?)
            ORDER BY d.due, d.id LIMIT ?""";
    private static final String WAITING = """
            SELECT count(*), min(due) FROM webhook_delivery WHERE status = 'PENDING'""";

    private final DataSource database;
    private final int perWebhook;

    DeliveryQueue(DataSource database, WebhookConfig config) {
        this.database = database;
        this.perWebhook = config.sendingsPerWebhook();
    }

    /**
     * What is asked for.
     *
     * @param most so many at the most
     * @param underWay not these
     * @param full nothing for these webhooks
     */
    record Order(int most, Collection<Long> underWay, Collection<UUID> full) {
    }

    /** How many wait, and since when the longest of them is due; null when none waits. */
    record Backlog(long waiting, Instant oldest) {
    }

    /** Those that were due first come first; of what became due together, the lower number. */
    List<Due> due(Instant now, Order order) {
        List<Due> found = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(DUE)) {
            query.setTimestamp(1, Timestamp.from(now));
            query.setTimestamp(2, Timestamp.from(now));
            query.setArray(3, connection.createArrayOf("bigint", order.underWay().toArray()));
            query.setInt(4, perWebhook);
            query.setArray(5, connection.createArrayOf("uuid", order.full().toArray()));
            query.setInt(6, order.most());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(due(row));
                }
            }
        } catch (SQLException e) {
            throw new DeliveryException("what is due cannot be read", e);
        }
        return found;
    }

    private static Due due(ResultSet row) throws SQLException {
        Target target = new Target(row.getObject("webhook", UUID.class), row.getString("url"), row.getBytes("secret"),
                row.getBytes("old_secret"), row.getBoolean("failing"));
        Message message = new Message(row.getObject("event_id", UUID.class), row.getLong("sequence"), row.getString("body"));
        return new Due(row.getLong("id"), target, message, row.getInt("attempts"), row.getInt("begun_at"));
    }

    Backlog backlog() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(WAITING);
                ResultSet row = query.executeQuery()) {
            row.next();
            Timestamp oldest = row.getTimestamp(2);
            return new Backlog(row.getLong(1), oldest == null ? null : oldest.toInstant());
        } catch (SQLException e) {
            throw new DeliveryException("what waits cannot be counted", e);
        }
    }
}
