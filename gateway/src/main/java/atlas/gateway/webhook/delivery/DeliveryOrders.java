package atlas.gateway.webhook.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import atlas.gateway.webhook.WebhookDisabled;

/** Has things sent that somebody asks for, and no longer sent what waits for a webhook that is off. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DeliveryOrders {

    private static final String ADD = """
            INSERT INTO webhook_delivery (webhook, event_id, type, body, due, made) VALUES (?, ?, ?, ?, ?, ?) RETURNING id""";
    private static final String AGAIN = """
            UPDATE webhook_delivery SET status = 'PENDING', due = ?, begun_at = attempts WHERE id = ?""";
    private static final String PAUSE = """
            UPDATE webhook_delivery SET status = 'PAUSED', due = NULL WHERE webhook = ? AND status = 'PENDING'""";

    private final DataSource database;
    private final Event<DeliveriesDue> due;

    DeliveryOrders(DataSource database, Event<DeliveriesDue> due) {
        this.database = database;
        this.due = due;
    }

    /** Adds an event that is in no feed; the id of the delivery. */
    long add(UUID webhook, Ping ping) {
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, webhook);
            insert.setObject(2, ping.id());
            insert.setString(3, Ping.TYPE);
            insert.setString(4, ping.json(webhook));
            insert.setTimestamp(5, Timestamp.from(ping.time()));
            insert.setTimestamp(6, Timestamp.from(ping.time()));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                due.fire(new DeliveriesDue());
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new DeliveryException("a ping cannot be noted", e);
        }
    }

    /** Has it sent again, whatever became of it; the waits between attempts begin anew. */
    void again(long delivery, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(AGAIN)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setLong(2, delivery);
            update.executeUpdate();
            due.fire(new DeliveriesDue());
        } catch (SQLException e) {
            throw new DeliveryException("a delivery cannot be noted again", e);
        }
    }

    void pause(@Observes WebhookDisabled off) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(PAUSE)) {
            update.setObject(1, off.webhook());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DeliveryException("deliveries cannot be paused", e);
        }
    }
}
