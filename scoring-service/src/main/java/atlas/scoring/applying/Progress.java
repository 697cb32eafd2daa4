package atlas.scoring.applying;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** How far the leader has come, whichever replica that is. */
@ApplicationScoped
public class Progress {

    private final DataSource database;

    Progress(DataSource database) {
        this.database = database;
    }

    /** When a score was last announced to have changed; null when none ever was. */
    public Instant scoresChangedAt() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT changed_at FROM applier");
                ResultSet row = query.executeQuery()) {
            row.next();
            Timestamp changedAt = row.getTimestamp(1);
            return changedAt == null ? null : changedAt.toInstant();
        } catch (SQLException e) {
            throw new DatabaseFailure("the progress cannot be read", e);
        }
    }
}
