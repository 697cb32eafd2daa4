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
     * @return the last day that was turned
     * @throws DatabaseFailure if another term has begun
     */
    LocalDate confirm(long term) {
        return query("UPDATE applier SET term = term WHERE term = ? RETURNING turned_day",
                statement -> statement.setLong(1, term), row -> row.getObject(1, LocalDate.class));
    }

    void turned(LocalDate day) {
        query("UPDATE applier SET turned_day = ? RETURNING term", statement -> statement.setObject(1, day),
                row -> row.getLong(1));
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
