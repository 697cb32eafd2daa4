package atlas.scoring.applying;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;

import atlas.scoring.applying.InputTopics.Part;

/**
 * What the database knows of a rebuild: whether one goes on, and how far the past goes that is applied in silence. Its state
 * is kept beside the effects: a leader that takes over goes on where the one before stood.
 */
@ApplicationScoped
class Replay {

    private static final String STANDING = "SELECT replay, rebuilds FROM applier";
    private static final String ADD_END = """
            INSERT INTO replay_end (topic, part, topic_id, first_offset, end_offset) VALUES (?, ?, ?, ?, ?)""";
    private static final String ENDS = "SELECT topic, part, topic_id, end_offset FROM replay_end";
    private static final String COURSE = """
            SELECT coalesce(sum(least(greatest(coalesce(p.next_offset, 0), e.first_offset), e.end_offset) - e.first_offset), 0),
                coalesce(sum(e.end_offset - e.first_offset), 0)
            FROM replay_end e LEFT JOIN consumer_position p
                ON p.consumer = 'scoring' AND p.topic = e.topic AND p.part = e.part AND p.topic_id = e.topic_id""";
    private static final String UNPUBLISHED = "SELECT EXISTS (SELECT 1 FROM outbox WHERE published_at IS NULL)";
    // what the leader has applied so far is the past, exactly: what lies behind was never told
    private static final String[] BEGIN_ANEW = { "DELETE FROM replay_end", """
            INSERT INTO replay_end (topic, part, topic_id, first_offset, end_offset)
            SELECT topic, part, topic_id, 0, next_offset FROM consumer_position WHERE consumer = 'scoring'""",
            "DELETE FROM consumer_position WHERE consumer = 'scoring'",
            "TRUNCATE policy_version, law_version, registered_county",
            "UPDATE applier SET term = term + 1, rebuilds = rebuilds + 1, replay = 'RUNNING'" };

    private final DataSource database;

    Replay(DataSource database) {
        this.database = database;
    }

    /** Whether there is a past to apply in silence. */
    enum State {
        UNDECIDED,
        RUNNING,
        OVER
    }

    /** Where it stands, and how many rebuilds in place there were. */
    record Standing(State state, int rebuilds) {

        boolean isOver() {
            return state == State.OVER;
        }
    }

    /** How many offsets of the past are applied, and how many there are. */
    record Course(long applied, long total) {
    }

    /** An end of the past, in a topic that may have been made anew since. */
    record End(String topicId, long offset) {
    }

    Standing standing() {
        return ask(STANDING, row -> new Standing(State.valueOf(row.getString(1)), row.getInt(2)));
    }

    Course course() {
        return ask(COURSE, row -> new Course(row.getLong(1), row.getLong(2)));
    }

    /** Whether something was announced that is not on its topic yet. */
    boolean isSomethingUnpublished() {
        return ask(UNPUBLISHED, row -> row.getBoolean(1));
    }

    Map<TopicPartition, End> ends() {
        return ask(ENDS, row -> {
            Map<TopicPartition, End> ends = new HashMap<>();
            do {
                ends.put(new TopicPartition(row.getString(1), row.getInt(2)), new End(row.getString(3), row.getLong(4)));
            } while (row.next());
            return ends;
        }, new HashMap<>());
    }

    /** Keeps how far the past goes, in the transaction of the caller; where there is none, the rebuild is over. */
    void decide(List<Part> past) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD_END)) {
            for (Part part : past) {
                insert.setString(1, part.partition().topic());
                insert.setInt(2, part.partition().partition());
                insert.setString(3, part.topicId());
                insert.setLong(4, part.first());
                insert.setLong(5, part.end());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure("the ends of the past cannot be kept", e);
        }
        run("UPDATE applier SET replay = '" + (past.isEmpty() ? State.OVER : State.RUNNING) + "'");
    }

    /** Empties the tables to fill them again, in the transaction of the caller; the present leader can write nothing more. */
    void beginAnew() {
        run(BEGIN_ANEW);
    }

    private void run(String... statements) {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the state of the rebuild cannot be kept", e);
        }
    }

    private <T> T ask(String sql, Row<T> row) {
        return ask(sql, row, null);
    }

    private <T> T ask(String sql, Row<T> row, T otherwise) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? row.read(rows) : otherwise;
        } catch (SQLException e) {
            throw new DatabaseFailure("the state of the rebuild cannot be read", e);
        }
    }

    private interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }
}
