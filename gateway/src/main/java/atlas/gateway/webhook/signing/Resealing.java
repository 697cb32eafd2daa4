package atlas.gateway.webhook.signing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** At the start, seals with the present key what was sealed with the one before, or not at all: then that one can be let go. */
@ApplicationScoped
class Resealing {

    private static final Logger LOG = Logger.getLogger(Resealing.class);
    private static final String ALL = "SELECT id, secret, old_secret FROM webhook ORDER BY id FOR UPDATE";
    private static final String PUT = "UPDATE webhook SET secret = ?, old_secret = ? WHERE id = ?";

    private final DataSource database;
    private final SecretBox box;

    Resealing(DataSource database, SecretBox box) {
        this.database = database;
        this.box = box;
    }

    void atStart(@Observes StartupEvent start) {
        if (box.hasAKey()) {
            int resealed = QuarkusTransaction.requiringNew().call(this::resealAll);
            if (resealed > 0) {
                LOG.infof("sealed the secrets of %d webhooks with the present key", resealed);
            }
        }
    }

    int resealAll() throws SQLException {
        int resealed = 0;
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ALL);
                PreparedStatement put = connection.prepareStatement(PUT);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                UUID webhook = rows.getObject(1, UUID.class);
                if (box.isOld(rows.getBytes(2), webhook) || box.isOld(rows.getBytes(3), webhook)) {
                    put.setBytes(1, box.resealed(rows.getBytes(2), webhook));
                    put.setBytes(2, box.resealed(rows.getBytes(3), webhook));
                    put.setObject(3, webhook);
                    resealed += put.executeUpdate();
                }
            }
        }
        return resealed;
    }
}
