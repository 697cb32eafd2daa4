package atlas.scoring.applying;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import atlas.service.time.Today;

/**
 * The term of the leader. Each new leader begins one, and each transaction of a leader first takes the row that names
 * it: a leader that was replaced unawares can write nothing more. Its methods run in the transaction of the caller.
 */
@ApplicationScoped
class Term {

    /** What PostgreSQL answers when another transaction came first: the consumer tries again rather than parks. */
    private static final String OVERTAKEN = "40001";

    private static final Parameters NOTHING = statement -> {
        // takes no parameters
    };

    private final DataSource database;
    private final Today time;

    Term(DataSource database, Today time) {
        this.database = database;
        this.time = time;
    }

    /** Begins a term; with the very first one, days are turned from today on. */
    long begin() {
        return query("UPDATE applier SET term = term + 1, turned_day = coalesce(turned_day, ?) RETURNING term",
                statement -> statement.setObject(1, time.today()), row -> row.getLong(1));
    }

    /**
     * Keeps every other leader from writing until the transaction ends.
     *
     * @return the last day that was turned, and whether what is applied now is told
     * @throws DatabaseFailure if another term has begun
     */
    Confirmed confirm(long term) {
        return query("UPDATE applier SET term = term WHERE term = ? RETURNING turned_day, replay <> 'OVER'",
                statement -> statement.setLong(1, term),
                row -> new Confirmed(row.getObject(1, LocalDate.class), row.getBoolean(2)));
    }

    /**
     * What holds while the leader's transaction lasts.
     *
     * @param turnedDay the last day that was turned
     * @param silent whether the past is applied once more: nothing is told of it, and no day turns
     */
    record Confirmed(LocalDate turnedDay, boolean silent) {
    }

    /** Keeps every leader from writing until the transaction ends. */
    void hold() {
        query("SELECT term FROM applier FOR UPDATE", NOTHING, row -> row.getLong(1));
    }

    /** Whether a later term than this one has begun, so that its leader is to begin another. */
    boolean isOver(long term) {
        return query("SELECT term FROM applier", NOTHING, row -> row.getLong(1)) > term;
    }

    void turned(LocalDate day) {
        query("UPDATE applier SET turned_day = ? RETURNING term", statement -> statement.setObject(1, day),
                row -> row.getLong(1));
    }

    /** What is applied from now on is told. */
    void endReplay() {
        query("UPDATE applier SET replay = 'OVER' RETURNING term", NOTHING, row -> row.getLong(1));
    }

    void scoresChanged(Instant at) {
        query("UPDATE applier SET changed_at = ? RETURNING term", statement -> statement.setTimestamp(1, Timestamp.from(at)),
                row -> row.getLong(1));
    }

    private <T> T query(String sql, Parameters parameters, Row<T> row) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("another leader's term has begun", OVERTAKEN);
                }
                return row.read(rows);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the term of the leader: " + e.getMessage(), e);
        }
    }

    private interface Parameters {

        void set(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {

        T read(ResultSet row) throws SQLException;
    }
}
