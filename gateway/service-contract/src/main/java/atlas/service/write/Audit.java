package atlas.service.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Keeps who did what, when and with which key, in the transaction of the change. */
@ApplicationScoped
public class Audit {

    private static final String ADD = """
            INSERT INTO audit (at, key_id, organisation, request_id, action, subject, version, before, after, reason, approved_by,
                approved_key, import_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""";

    private final DataSource database;
    private final ObjectMapper json;

    Audit(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Author author, Entry entry) {
        add(author, List.of(entry));
    }

    /** Adds entries in the order given, in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Author author, List<Entry> entries) {
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(ADD)) {
            for (Entry entry : entries) {
                bind(insert, author, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the audit entries cannot be kept", e);
        }
    }

    private void bind(PreparedStatement insert, Author author, Entry entry) throws SQLException, JsonProcessingException {
        insert.setTimestamp(1, Timestamp.from(entry.at()));
        insert.setString(2, author.keyId());
        insert.setString(3, author.organisation());
        insert.setString(4, author.requestId());
        insert.setString(5, entry.action());
        insert.setObject(6, entry.subject());
        insert.setInt(7, entry.version());
        insert.setString(8, entry.before() == null ? null : json.writeValueAsString(entry.before()));
        insert.setString(9, json.writeValueAsString(entry.after()));
        insert.setString(10, entry.reason());
        insert.setString(11, author.approvedBy());
        insert.setString(12, author.approver() == null ? null : author.approver().keyId());
        insert.setObject(13, author.importId());
    }

    /** What was done to a thing: the version that it made, and how the thing was before (null when new) and after. */
    public record Entry(Instant at, String action, UUID subject, int version, Object before, Object after, String reason) {
    }
}
