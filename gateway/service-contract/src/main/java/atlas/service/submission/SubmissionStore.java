package atlas.service.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The table of submissions, in the caller's transaction. */
@ApplicationScoped
class SubmissionStore {

    private static final String ADD = "INSERT INTO submission (" + SubmissionRow.COLUMNS + ") VALUES (?, ?, ?, ?::json, "
            + "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CHANGE = """
            UPDATE submission SET revision = ?, status = ?, record_version = ?, body = ?::json, decided_key = ?, decided_by = ?,
                decided_at = ?, note = ?, result = ?, result_version = ? WHERE id = ?""";
    private static final String FIND = "SELECT * FROM submission WHERE id = ?";
    private static final String WANTED = """
            FROM submission WHERE (?::text IS NULL OR status = ?) AND (?::text IS NULL OR state = ?)
               AND (?::text IS NULL OR county = ?) AND (?::text IS NULL OR submitted_by = ?)
               AND (owner = ? OR ? OR state = ANY (?) OR county = ANY (?))""";
    private static final String BEHIND = " AND (?::uuid IS NULL OR id > ?) ORDER BY id LIMIT ?";

    private final DataSource database;
    private final SubmissionRow row;

    SubmissionStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.row = new SubmissionRow(json);
    }

    /** Adds them in one round trip. */
    void add(List<Submission> submissions) {
        with(ADD, insert -> {
            for (Submission submission : submissions) {
                row.write(submission, insert);
                insert.addBatch();
            }
            return insert.executeBatch();
        });
    }

    void change(Submission submission) {
        with(CHANGE, update -> {
            update.setObject(row.writeWhatChanges(submission, update), submission.id());
            return update.executeUpdate();
        });
    }

    Optional<Submission> find(UUID id) {
        return find(id, FIND);
    }

    /** Locks it until the transaction ends, so that it is decided once. */
    Optional<Submission> lock(UUID id) {
        return find(id, FIND + " FOR UPDATE");
    }

    /** What the filter selects, behind the id (null: from the first), at most so many; the oldest first. */
    List<Submission> list(SubmissionFilter filter, UUID behind, int limit) {
        return with("SELECT * " + WANTED + BEHIND, query -> {
            int next = bind(filter, query);
            query.setObject(next, behind);
            query.setObject(next + 1, behind);
            query.setInt(next + 2, limit);
            return all(query);
        });
    }

    long count(SubmissionFilter filter) {
        return with("SELECT count(*) " + WANTED, query -> {
            bind(filter, query);
            try (ResultSet count = query.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        });
    }

    private Optional<Submission> find(UUID id, String sql) {
        return with(sql, query -> {
            query.setObject(1, id);
            return all(query).stream().findFirst();
        });
    }

    private List<Submission> all(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<Submission> found = new ArrayList<>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        }
    }

    private static int bind(SubmissionFilter filter, PreparedStatement query) throws SQLException {
        String[] wanted = { filter.status() == null ? null : filter.status().name(), filter.state(), filter.county(),
                filter.organisation() };
        int next = 1;
        for (String value : wanted) {
            query.setString(next++, value);
            query.setString(next++, value);
        }
        SubmissionAccess.View view = filter.view();
        Set<String> states = view.reviewer() ? view.jurisdiction().states() : Set.of();
        Set<String> counties = view.reviewer() ? view.jurisdiction().counties() : Set.of();
        query.setString(next++, view.owner());
        query.setBoolean(next++, view.reviewer() && states.isEmpty() && counties.isEmpty());
        query.setArray(next++, query.getConnection().createArrayOf("text", states.toArray()));
        query.setArray(next++, query.getConnection().createArrayOf("text", counties.toArray()));
        return next;
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection(); PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the table of submissions cannot be used", e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException, JsonProcessingException;
    }
}
