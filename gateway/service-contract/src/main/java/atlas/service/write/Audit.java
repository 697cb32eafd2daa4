package atlas.service.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
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

    // in one statement however many there are; the order gives them their ids
    private static final String ADD = """
            INSERT INTO audit (at, key_id, organisation, request_id, action, subject, version, before, after, reason, approved_by,
                approved_key, import_id)
            SELECT e.at, ?, ?, ?, e.action, e.subject, e.version, e.before::jsonb, e.after::jsonb, e.reason, ?, ?, ?
            FROM unnest(?::timestamptz[], ?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[])
                WITH ORDINALITY AS e (at, action, subject, version, before, after, reason, number)
            ORDER BY e.number""";

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

    /** Adds entries in the order given, in one statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Author author, List<Entry> entries) {
        try (Connection connection = database.getConnection(); PreparedStatement insert = connection.prepareStatement(ADD)) {
            bind(insert, author);
            bind(insert, entries);
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the audit entries cannot be kept", e);
        }
    }

    private static void bind(PreparedStatement insert, Author author) throws SQLException {
        insert.setString(1, author.keyId());
        insert.setString(2, author.organisation());
        insert.setString(3, author.requestId());
        insert.setString(4, author.approvedBy());
        insert.setString(5, author.approver() == null ? null : author.approver().keyId());
        insert.setObject(6, author.importId(), Types.OTHER);
    }

    private void bind(PreparedStatement insert, List<Entry> entries) throws SQLException, JsonProcessingException {
        int size = entries.size();
        String[] before = new String[size];
        String[] after = new String[size];
        for (int i = 0; i < size; i++) {
            Entry entry = entries.get(i);
            before[i] = entry.before() == null ? null : json.writeValueAsString(entry.before());
            after[i] = json.writeValueAsString(entry.after());
        }
        Connection connection = insert.getConnection();
        insert.setArray(7, connection.createArrayOf("timestamptz", entries.stream().map(Entry::at).toArray()));
        insert.setArray(8, connection.createArrayOf("text", entries.stream().map(Entry::action).toArray()));
        insert.setArray(9, connection.createArrayOf("uuid", entries.stream().map(Entry::subject).toArray()));
        insert.setArray(10, connection.createArrayOf("int4", entries.stream().map(Entry::version).toArray()));
        insert.setArray(11, connection.createArrayOf("text", before));
        insert.setArray(12, connection.createArrayOf("text", after));
        insert.setArray(13, connection.createArrayOf("text", entries.stream().map(Entry::reason).toArray()));
    }

    /** What was done to a thing: the version that it made, and how the thing was before (null when new) and after. */
    public record Entry(Instant at, String action, UUID subject, int version, Object before, Object after, String reason) {
    }
}
