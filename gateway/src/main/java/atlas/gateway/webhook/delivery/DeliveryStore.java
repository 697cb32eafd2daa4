package atlas.gateway.webhook.delivery;

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

/** Reads the log of deliveries. */
@ApplicationScoped
class DeliveryStore {

    private static final String COLUMNS = """
            SELECT id, webhook, event_id, sequence, type, status, attempts, made, last_attempt, last_status, last_failure, due
            FROM webhook_delivery""";
    private static final String ONE = COLUMNS + " WHERE webhook = ? AND id = ?";
    private static final String PAGE = COLUMNS
            + " WHERE webhook = ? AND (?::text IS NULL OR status = ?) AND id < ? ORDER BY id DESC LIMIT ?";
    private static final String COUNT = """
            SELECT count(*) FROM webhook_delivery WHERE webhook = ? AND (?::text IS NULL OR status = ?)""";
    private static final String ATTEMPTS = """
            SELECT number, at, millis, status, failure FROM webhook_attempt WHERE delivery = ? ORDER BY number""";

    private final DataSource database;

    DeliveryStore(DataSource database) {
        this.database = database;
    }

    /** Which deliveries are wanted: those of a webhook; null is any status. */
    record Filter(UUID webhook, DeliveryStatus status) {

        private void set(PreparedStatement query) throws SQLException {
            String text = status == null ? null : status.name();
            query.setObject(1, webhook);
            query.setString(2, text);
            query.setString(3, text);
        }
    }

    Optional<DeliveryView> find(UUID webhook, long id) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(ONE)) {
            query.setObject(1, webhook);
            query.setLong(2, id);
            return views(query).stream().findFirst();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The newest ones that are older than one of them. */
    List<DeliveryView> page(Filter filter, long before, int limit) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(PAGE)) {
            filter.set(query);
            query.setLong(4, before);
            query.setInt(5, limit);
            return views(query);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    long count(Filter filter) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            filter.set(query);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    List<AttemptView> attempts(long delivery) {
        List<AttemptView> attempts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ATTEMPTS)) {
            query.setLong(1, delivery);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    attempts.add(new AttemptView(row.getInt(1), instant(row, "at"), row.getInt(3),
                            row.getObject(4, Integer.class), failure(row.getString(5))));
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return attempts;
    }

    private static List<DeliveryView> views(PreparedStatement query) throws SQLException {
        List<DeliveryView> views = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                views.add(new DeliveryView(row.getString("id"), row.getObject("webhook", UUID.class),
                        row.getObject("event_id", UUID.class), row.getString("sequence"), row.getString("type"),
                        DeliveryStatus.valueOf(row.getString("status")), row.getInt("attempts"), instant(row, "made"),
                        instant(row, "last_attempt"), row.getObject("last_status", Integer.class),
                        failure(row.getString("last_failure")), instant(row, "due")));
            }
        }
        return views;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static DeliveryFailure failure(String name) {
        return name == null ? null : DeliveryFailure.valueOf(name);
    }

    private static DeliveryException unreadable(SQLException e) {
        return new DeliveryException("the log of deliveries cannot be read", e);
    }
}
