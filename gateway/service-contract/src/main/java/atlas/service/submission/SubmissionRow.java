package atlas.service.submission;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import atlas.service.record.VersionKey;
import atlas.service.submission.Proposal.Site;
import atlas.service.submission.Submission.Decision;
import atlas.service.submission.Submission.Submitter;

/** Writes a submission into a row of the table, and reads it from one. */
final class SubmissionRow {

    /** In the order in which they are written. */
    static final String COLUMNS = """
            revision, status, record_version, body, decided_key, decided_by, decided_at, note, result, result_version,
            kind, action, record, state, county, owner, key_id, submitted_by, submitted_at, id""";

    private final ObjectMapper json;

    SubmissionRow(ObjectMapper json) {
        this.json = json;
    }

    /** Binds all columns. */
    void write(Submission one, PreparedStatement insert) throws SQLException, JsonProcessingException {
        int next = writeWhatChanges(one, insert);
        insert.setString(next, one.proposal().kind().name());
        insert.setString(next + 1, one.proposal().action().name());
        insert.setObject(next + 2, one.proposal().record());
        insert.setString(next + 3, one.proposal().site().state());
        insert.setString(next + 4, one.proposal().site().county());
        insert.setString(next + 5, one.submitter().owner());
        insert.setString(next + 6, one.submitter().keyId());
        insert.setString(next + 7, one.submitter().organisation());
        insert.setTimestamp(next + 8, Timestamp.from(one.submitter().at()));
        insert.setObject(next + 9, one.id());
    }

    /** Binds the first ten columns, and says where those behind them begin. */
    int writeWhatChanges(Submission one, PreparedStatement statement) throws SQLException, JsonProcessingException {
        VersionKey against = one.proposal().against();
        Decision decision = one.decision();
        statement.setInt(1, one.revision());
        statement.setString(2, one.status().name());
        statement.setObject(3, against == null ? null : against.version());
        statement.setString(4, json.writeValueAsString(one.proposal().body()));
        statement.setString(5, decision == null ? null : decision.keyId());
        statement.setString(6, decision == null ? null : decision.organisation());
        statement.setTimestamp(7, decision == null ? null : Timestamp.from(decision.at()));
        statement.setString(8, decision == null ? null : decision.note());
        statement.setObject(9, one.result() == null ? null : one.result().id());
        statement.setObject(10, one.result() == null ? null : one.result().version());
        return 11;
    }

    Submission read(ResultSet row) throws SQLException {
        Proposal proposal = new Proposal(SubmissionKind.valueOf(row.getString("kind")),
                SubmissionAction.valueOf(row.getString("action")), version(row, "record", "record_version"),
                new Site(row.getString("state"), row.getString("county")), body(row.getString("body")));
        Submitter submitter = new Submitter(row.getString("owner"), row.getString("key_id"), row.getString("submitted_by"),
                instant(row, "submitted_at"));
        Decision decision = row.getString("decided_by") == null ? null
                : new Decision(row.getString("decided_key"), row.getString("decided_by"), instant(row, "decided_at"),
                        row.getString("note"));
        return new Submission(row.getObject("id", UUID.class), row.getInt("revision"),
                SubmissionStatus.valueOf(row.getString("status")), proposal, submitter, decision,
                version(row, "result", "result_version"));
    }

    private ObjectNode body(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission of our own cannot be read", e);
        }
    }

    private static VersionKey version(ResultSet row, String id, String version) throws SQLException {
        UUID record = row.getObject(id, UUID.class);
        return record == null ? null : new VersionKey(record, row.getInt(version));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
