package atlas.gateway.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/**
 * Has the feed made anew from the first messages of the topics, whichever replica is asked. Until the new one has all that the
 * present one has, it grows unseen.
 */
@ApplicationScoped
public class FeedRebuilds {

    private static final Logger LOG = Logger.getLogger(FeedRebuilds.class);
    private static final int PATIENCE_SECONDS = 300;
    private static final String HOLD = "SELECT next_first IS NOT NULL FROM feed_head FOR UPDATE";
    private static final String[] BEGIN = { "DELETE FROM feed_replay", """
            INSERT INTO feed_replay (topic, part, topic_id, end_offset)
            SELECT topic, part, topic_id, next_offset FROM consumer_position WHERE consumer = 'feed'""",
            "DELETE FROM consumer_position WHERE consumer = 'feed'", """
                    UPDATE feed_head SET term = term + 1, epoch = epoch + 1, next_first = made, next_last = made - 1
                    FROM (SELECT greatest((extract(epoch FROM clock_timestamp()) * 1000000)::bigint, last_sequence + 2) AS made
                        FROM feed_head) now""" };
    private static final String[] SHOW = { "DELETE FROM feed_event USING feed_head WHERE sequence < next_first",
            """
                    UPDATE feed_head SET first_sequence = next_first, last_sequence = next_last, next_first = NULL, next_last = NULL""" };
    // of a topic that was made anew since, nothing is to be waited for
    private static final String STANDING = """
            SELECT next_first IS NOT NULL, epoch,
                coalesce(sum(CASE WHEN p.topic_id <> r.topic_id THEN r.end_offset
                    ELSE least(coalesce(p.next_offset, 0), r.end_offset) END), 0),
                coalesce(sum(r.end_offset), 0)
            FROM feed_head LEFT JOIN feed_replay r ON true LEFT JOIN consumer_position p
                ON p.consumer = 'feed' AND p.topic = r.topic AND p.part = r.part
            GROUP BY next_first, epoch""";

    private final DataSource database;

    FeedRebuilds(DataSource database) {
        this.database = database;
    }

    /**
     * How it stands.
     *
     * @param number how many rebuilds there were so far, the one under way among them
     * @param read messages of the topics that are read again
     * @param total messages that the present feed was made from
     */
    public record Standing(boolean running, int number, long read, long total) {

        boolean isComplete() {
            return running && read == total;
        }
    }

    @Transactional
    public Standing standing() {
        try (Connection connection = database.getConnection()) {
            return standing(connection);
        } catch (SQLException e) {
            throw new FeedFailure("how the rebuild stands cannot be read", e);
        }
    }

    /** Begins another feed, in the transaction of the caller if there is one. While one is being made nothing begins. */
    @Transactional
    public Standing begin() {
        try (Connection connection = database.getConnection()) {
            if (!isRunning(connection)) {
                run(connection, BEGIN);
            }
            return standing(connection);
        } catch (SQLException e) {
            throw new FeedFailure("the feed cannot be begun anew", e);
        }
    }

    /** Has the new feed take the place of the present one when it is complete. */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    void showWhatIsComplete() {
        try (Connection connection = database.getConnection()) {
            if (standing(connection).isComplete() && isRunning(connection) && standing(connection).isComplete()) {
                run(connection, SHOW);
                Standing standing = standing(connection);
                LOG.infof("the feed is made anew from %d messages, and shown", standing.total());
            }
        } catch (SQLException e) {
            throw new FeedFailure("the new feed cannot be shown", e);
        }
    }

    /** Takes the head of the feed: nothing is numbered until the transaction ends. */
    private static boolean isRunning(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement(); ResultSet row = query.executeQuery(HOLD)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Standing standing(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(STANDING); ResultSet row = query.executeQuery()) {
            row.next();
            return new Standing(row.getBoolean(1), row.getInt(2), row.getLong(3), row.getLong(4));
        }
    }

    private static void run(Connection connection, String[] statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }
}
