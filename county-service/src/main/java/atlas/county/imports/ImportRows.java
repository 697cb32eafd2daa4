package atlas.county.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.service.problem.FieldError;

/** Shows the rows of imports with what became of them, in their order. */
@ApplicationScoped
class ImportRows {

    private static final String ALL = """
            SELECT r.number, o.outcome, r.content, o.record, o.submission, o.reason, o.errors, o.candidates
            FROM import_row r LEFT JOIN import_outcome o ON o.import_id = r.import_id AND o.number = r.number
            WHERE r.import_id = ? AND r.number > ? ORDER BY r.number LIMIT ?""";
    private static final String WITH_OUTCOME = """
            SELECT r.number, o.outcome, r.content, o.record, o.submission, o.reason, o.errors, o.candidates
            FROM import_outcome o JOIN import_row r ON r.import_id = o.import_id AND r.number = o.number
            WHERE o.import_id = ? AND o.number > ? AND o.outcome = ? ORDER BY o.number LIMIT ?""";
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {
    };
    private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {
    };

    private final DataSource database;
    private final ObjectMapper json;

    ImportRows(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Rows behind a number, with one outcome or (null) all. */
    @Transactional
    List<ImportRowView> behind(UUID id, int number, RowOutcome outcome, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(outcome == null ? ALL : WITH_OUTCOME)) {
            query.setObject(1, id);
            query.setInt(2, number);
            if (outcome != null) {
                query.setString(3, outcome.kind().name());
            }
            query.setInt(outcome == null ? 3 : 4, limit);
            List<ImportRowView> rows = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(view(found));
                }
            }
            return rows;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the rows cannot be shown", e);
        }
    }

    private ImportRowView view(ResultSet row) throws SQLException, JsonProcessingException {
        String outcome = row.getString(2);
        return new ImportRowView(row.getInt(1), outcome == null ? null : new RowOutcome(RowOutcome.Kind.valueOf(outcome)),
                row.getString(3), row.getObject(4, UUID.class), row.getObject(5, UUID.class), row.getString(6),
                list(row.getString(7), ERRORS), list(row.getString(8), CANDIDATES));
    }

    private <T> List<T> list(String text, TypeReference<List<T>> type) throws JsonProcessingException {
        return text == null ? List.of() : json.readValue(text, type);
    }
}
