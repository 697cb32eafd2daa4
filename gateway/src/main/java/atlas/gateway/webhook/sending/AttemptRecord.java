package atlas.gateway.webhook.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.gateway.webhook.delivery.DeliveryException;
import atlas.gateway.webhook.delivery.DeliveryStatus;

/**
 * Keeps what came of an attempt: each once, also when two processes made it because one did not know that it was replaced.
 */
@ApplicationScoped
@Transactional
class AttemptRecord {

    // the webhook's row comes first, as wherever both are changed
    private static final String WELL = "UPDATE webhook SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL";
    private static final String FAILING = """
            UPDATE webhook SET failing_since = coalesce(failing_since, ?) WHERE id = ? RETURNING failing_since""";
    private static final String TRIED = """
            UPDATE webhook_delivery SET attempts = attempts + 1, last_attempt = ?, last_status = ?, last_failure = ?,
                status = CASE WHEN status = 'PAUSED' AND ? = 'PENDING' THEN 'PAUSED' ELSE ? END,
                due = CASE WHEN status = 'PAUSED' THEN NULL ELSE ?::timestamptz END
            WHERE id = ? AND attempts = ? AND status IN ('PENDING', 'PAUSED')""";
    private static final String LOG = """
            INSERT INTO webhook_attempt (delivery, number, at, millis, status, failure) VALUES (?, ?, ?, ?, ?, ?)""";

    private final DataSource database;

    AttemptRecord(DataSource database) {
        this.database = database;
    }

    /**
     * What a delivery is from now on.
     *
     * @param due when it is tried again; null when it is not
     */
    record Next(DeliveryStatus status, Instant due) {
    }

    /**
     * Keeps it.
     *
     * @return since when the webhook fails; null while it does not, or when another process kept this attempt before
     */
    Instant keep(Due due, Attempt attempt, Next next) {
        try (Connection connection = database.getConnection()) {
            Instant failingSince = health(connection, due.target().webhook(), attempt);
            boolean first = tried(connection, due, attempt, next);
            if (first) {
                log(connection, due, attempt);
            }
            return first ? failingSince : null;
        } catch (SQLException e) {
            throw new DeliveryException("an attempt cannot be kept", e);
        }
    }

    private static Instant health(Connection connection, UUID webhook, Attempt attempt) throws SQLException {
        if (attempt.succeeded()) {
            try (PreparedStatement update = connection.prepareStatement(WELL)) {
                update.setObject(1, webhook);
                update.executeUpdate();
                return null;
            }
        }
        try (PreparedStatement update = connection.prepareStatement(FAILING)) {
            update.setTimestamp(1, Timestamp.from(attempt.at()));
            update.setObject(2, webhook);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? row.getTimestamp(1).toInstant() : null;
            }
        }
    }

    private static boolean tried(Connection connection, Due due, Attempt attempt, Next next) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(TRIED)) {
            update.setTimestamp(1, Timestamp.from(attempt.at()));
            update.setObject(2, attempt.status(), Types.INTEGER);
            update.setString(3, failure(attempt));
            update.setString(4, next.status().name());
            update.setString(5, next.status().name());
            update.setTimestamp(6, next.due() == null ? null : Timestamp.from(next.due()));
            update.setLong(7, due.id());
            update.setInt(8, due.attempts());
            return update.executeUpdate() == 1;
        }
    }

    private static void log(Connection connection, Due due, Attempt attempt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LOG)) {
            insert.setLong(1, due.id());
            insert.setInt(2, due.attempt());
            insert.setTimestamp(3, Timestamp.from(attempt.at()));
            insert.setInt(4, (int) attempt.took().toMillis());
            insert.setObject(5, attempt.status(), Types.INTEGER);
            insert.setString(6, failure(attempt));
            insert.executeUpdate();
        }
    }

    private static String failure(Attempt attempt) {
        return attempt.succeeded() ? null : attempt.failure().name();
    }
}
