package atlas.service.submission;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Finds out what was asked for already and is not decided yet, so that it is not asked for twice. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OpenSubmissions {

    private static final String OPEN = "status IN ('PENDING', 'CHANGES_REQUESTED')";
    private static final String OF_ID = "SELECT * FROM submission WHERE id = ANY (?) AND " + OPEN;
    private static final String CORRECTIONS = "SELECT * FROM submission WHERE record = ANY (?) AND " + OPEN
            + " AND owner = ? AND action = 'CORRECT' ORDER BY id";
    private static final String ADDITIONS = """
            SELECT (SELECT s.id FROM submission s WHERE s.owner = ? AND md5(s.body::jsonb::text) = md5(w.body::jsonb::text)
                AND s.action = 'ADD' AND s.state = w.state AND s.county IS NOT DISTINCT FROM w.county AND s.""" + OPEN + """
            ORDER BY s.id LIMIT 1)
            FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS w (body, state, county, n) ORDER BY w.n""";

    private final DataSource database;
    private final SubmissionRow row;

    OpenSubmissions(DataSource database, ObjectMapper json) {
        this.database = database;
        this.row = new SubmissionRow(json);
    }

    /** Those of the ids that are open. */
    public List<Waiting> ofIds(Collection<UUID> ids) {
        return find(OF_ID, query -> bind(query, 1, "uuid", List.copyOf(ids), id -> id), this::waiting);
    }

    /** The owner's open corrections of the records, the oldest first. */
    public List<Waiting> corrections(String owner, Collection<UUID> records) {
        return find(CORRECTIONS, query -> {
            bind(query, 1, "uuid", List.copyOf(records), id -> id);
            query.setString(2, owner);
        }, this::waiting);
    }

    /**
     * For each addition, in order, the owner's open one of the same place that says exactly the same; null where there is none.
     */
    public List<UUID> sayingTheSame(String owner, List<Proposal> additions) {
        return find(ADDITIONS, query -> {
            query.setString(1, owner);
            bind(query, 2, "text", additions, addition -> addition.body().toString());
            bind(query, 3, "text", additions, addition -> addition.site().state());
            bind(query, 4, "text", additions, addition -> addition.site().county());
        }, found -> found.getObject(1, UUID.class));
    }

    private Waiting waiting(ResultSet found) throws SQLException {
        Submission submission = row.read(found);
        return new Waiting(submission.id(), submission.proposal());
    }

    private static <T> void bind(PreparedStatement query, int at, String type, List<T> values, Function<T, Object> column)
            throws SQLException {
        query.setArray(at, query.getConnection().createArrayOf(type, values.stream().map(column).toArray()));
    }

    private <T> List<T> find(String sql, Binding binding, Reading<T> reading) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            binding.bind(query);
            List<T> all = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    all.add(reading.read(found));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("open submissions cannot be looked up", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement query) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet found) throws SQLException;
    }
}
