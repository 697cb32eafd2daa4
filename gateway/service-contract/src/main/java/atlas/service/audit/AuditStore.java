package atlas.service.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the table of the audit. */
@ApplicationScoped
class AuditStore {

    private static final String WANTED = """
            WHERE (?::text IS NULL OR organisation = ? OR approved_by = ?) AND (?::text IS NULL OR key_id = ? OR approved_key = ?)
               AND (?::uuid IS NULL OR subject = ?) AND (?::text IS NULL OR action = ?)
               AND (?::timestamptz IS NULL OR at >= ?) AND (?::timestamptz IS NULL OR at < ?)""";
    private static final String LIST = "SELECT a.*, c.sequence, c.hash, c.previous FROM audit a LEFT JOIN audit_chain c ON c.audit_id = a.id "
            + WANTED + " AND (?::bigint IS NULL OR a.id < ?) ORDER BY a.id DESC LIMIT ?";
    private static final String COUNT = "SELECT count(*) FROM audit a " + WANTED;

    private final DataSource database;
    private final ObjectMapper json;

    AuditStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What the filter selects, older than the entry (null: from the newest), at most so many. */
    List<AuditEntryView> list(AuditFilter filter, Long before, int limit) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(LIST)) {
            int next = bind(filter, query);
            query.setObject(next, before, Types.BIGINT);
            query.setObject(next + 1, before, Types.BIGINT);
            query.setInt(next + 2, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<AuditEntryView> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return found;
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the audit cannot be read", e);
        }
    }

    long count(AuditFilter filter) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(COUNT)) {
            bind(filter, query);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot be counted", e);
        }
    }

    private static int bind(AuditFilter filter, PreparedStatement query) throws SQLException {
        Object[] values = { filter.organisation(), filter.organisation(), filter.organisation(), filter.key(), filter.key(),
                filter.key(), filter.subject(), filter.subject(), filter.action(), filter.action(), at(filter.from()),
                at(filter.from()), at(filter.to()), at(filter.to()) };
        for (int i = 0; i < values.length; i++) {
            query.setObject(i + 1, values[i]);
        }
        return values.length + 1;
    }

    private static Timestamp at(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private AuditEntryView read(ResultSet row) throws SQLException, JsonProcessingException {
        return new AuditEntryView(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("key_id"),
                row.getString("organisation"), row.getString("approved_by"), row.getString("approved_key"),
                row.getString("request_id"), row.getObject("import_id", UUID.class), row.getString("action"),
                row.getObject("subject", UUID.class),
                row.getInt("version"), tree(row.getString("before")), tree(row.getString("after")), row.getString("reason"),
                row.getObject("sequence", Long.class), hex(row.getBytes("hash")), hex(row.getBytes("previous")));
    }

    private JsonNode tree(String text) throws JsonProcessingException {
        return text == null ? null : json.readTree(text);
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }
}
