package atlas.gateway.webhook.sending;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import atlas.gateway.webhook.WebhookConfig;

/** Deletes what is no longer kept: a part at a time, so that it holds nobody up. */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int PART = 1_000;
    private static final String OLD = """
            DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery
                WHERE status <> 'PENDING' AND coalesce(last_attempt, made) < ? LIMIT %d)""".formatted(PART);
    private static final String OF_DELETED = """
            DELETE FROM webhook_delivery WHERE id IN (SELECT d.id FROM webhook w JOIN webhook_delivery d ON d.webhook = w.id
                WHERE w.status = 'DELETED' LIMIT %d)""".formatted(PART);
    /** Not at once: a transaction that began before may still note an event for it. */
    private static final String DELETED = """
            DELETE FROM webhook w WHERE status = 'DELETED' AND disabled_at < ?
                AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook = w.id)""";
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final DataSource database;
    private final Clock clock;
    private final Duration kept;
    private final Duration every;
    private Instant next = Instant.EPOCH;

    Sweep(DataSource database, Clock clock, WebhookConfig config) {
        this.database = database;
        this.clock = clock;
        this.kept = config.keptFor();
        this.every = config.sweptEvery();
    }

    /** Deletes one part when it is time; while there is more, at the next look. */
    void look() {
        Instant now = clock.instant();
        if (!now.isBefore(next) || next.isAfter(now.plus(every))) {
            int most = deleteSome(now);
            next = most < PART ? now.plus(every) : now;
        }
    }

    private int deleteSome(Instant now) {
        try (Connection connection = database.getConnection()) {
            int old = delete(connection, OLD, now.minus(kept));
            int ofDeleted = delete(connection, OF_DELETED, null);
            delete(connection, DELETED, now.minus(AN_HOUR));
            return Math.max(old, ofDeleted);
        } catch (SQLException e) {
            LOG.warnf("old deliveries cannot be deleted for now: %s", e.getMessage());
            return 0;
        }
    }

    private static int delete(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            if (before != null) {
                delete.setTimestamp(1, Timestamp.from(before));
            }
            return delete.executeUpdate();
        }
    }
}
