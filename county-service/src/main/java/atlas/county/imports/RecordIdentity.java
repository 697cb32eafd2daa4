package atlas.county.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import atlas.county.policy.Place;
import atlas.service.write.Author;

/**
 * Which records rows speak of: by their id, else by the sender's own key, else by their likeness. One query a chunk for each
 * way.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RecordIdentity {

    private static final String PLACES = "SELECT id, county, state FROM policy_version WHERE id = ANY (?) AND version = 1";
    // lateral subqueries with a limit are looked up in the index, one by one, whatever the statistics say of a table that grows
    private static final String BY_KEY = """
            SELECT x.external_id, current.id, current.county, current.state
            FROM unnest(?::text[]) AS w (external_id)
            CROSS JOIN LATERAL (SELECT e.external_id, e.record FROM known_key e
                WHERE e.owner = ? AND e.external_id = w.external_id LIMIT 1) x
            CROSS JOIN LATERAL (SELECT v.id, v.county, v.state FROM policy_version v
                WHERE v.id = x.record AND v.superseded_at IS NULL AND NOT v.withdrawn LIMIT 1) current""";
    private static final String BY_LIKENESS = """
            SELECT w.n, found.id
            FROM unnest(?::int[], ?::text[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                AS w (n, place, title, starts, subject, scope, agency, keyed)
            CROSS JOIN LATERAL (
                SELECT v.id FROM policy_version v
                WHERE v.title = w.title AND coalesce(v.county, v.state) = w.place
                    AND coalesce(v.effective_from, DATE '0001-01-01') = coalesce(w.starts, DATE '0001-01-01')
                    AND coalesce(v.factor, v.topic) = w.subject AND v.scope = w.scope AND coalesce(v.agency, '') = w.agency
                    AND v.superseded_at IS NULL AND NOT v.withdrawn
                    AND (v.owner = ? OR v.owner IS NULL AND v.recorded_by = ? OR EXISTS (
                        SELECT FROM policy_version f WHERE f.id = v.id AND f.version = 1
                            AND (f.owner = ? OR f.owner IS NULL AND f.recorded_by = ?)))
                    AND NOT (w.keyed AND (EXISTS (SELECT FROM external_id x WHERE x.record = v.id AND x.owner = ?)
                        OR EXISTS (SELECT FROM submission s JOIN external_id x ON x.submission = s.id
                            WHERE s.result = v.id AND x.owner = ?)))
                LIMIT 20) found
            ORDER BY w.n, found.id""";
    private static final String WAITING = """
            SELECT external_id, submission FROM external_id
            WHERE owner = ? AND external_id = ANY (?) AND submission IS NOT NULL""";
    private static final String REMEMBER = """
            INSERT INTO external_id (owner, external_id, record, submission) VALUES (?, ?, ?, ?)
            ON CONFLICT (owner, external_id) DO UPDATE SET record = EXCLUDED.record, submission = EXCLUDED.submission
            WHERE (external_id.record, external_id.submission) IS DISTINCT FROM (EXCLUDED.record, EXCLUDED.submission)""";

    private final DataSource database;

    RecordIdentity(DataSource database) {
        this.database = database;
    }

    /** Where records belong: that never changes, so that it may be asked before their places are locked. */
    Map<UUID, Place> places(Collection<UUID> ids) {
        Map<UUID, Place> places = new HashMap<>();
        query(PLACES, statement -> statement.setArray(1, array(statement, "uuid", ids)),
                row -> places.put(row.getObject(1, UUID.class), new Place(row.getString(2), row.getString(3))));
        return places;
    }

    /** Records by the sender's own keys. */
    Map<String, Keyed> byKey(String owner, Collection<String> keys) {
        Map<String, Keyed> records = new HashMap<>();
        query(BY_KEY, statement -> {
            statement.setArray(1, array(statement, "text", keys));
            statement.setString(2, owner);
        }, row -> records.put(row.getString(1),
                new Keyed(row.getObject(2, UUID.class), new Place(row.getString(3), row.getString(4)))));
        return records;
    }

    /**
     * Records by the number of the row that they are like; a row with a key of its own is not like a record with another key.
     */
    Map<Integer, List<UUID>> byLikeness(Author author, List<RowDraft> drafts) {
        Map<Integer, List<UUID>> records = new HashMap<>();
        query(BY_LIKENESS, statement -> {
            bind(statement, drafts);
            statement.setString(9, author.owner());
            statement.setString(10, author.organisation());
            statement.setString(11, author.owner());
            statement.setString(12, author.organisation());
            statement.setString(13, author.owner());
            statement.setString(14, author.owner());
        }, row -> records.computeIfAbsent(row.getInt(1), number -> new ArrayList<>()).add(row.getObject(2, UUID.class)));
        return records;
    }

    /** The submissions that keys stand for, whatever became of them. */
    Map<String, UUID> submissionsByKey(String owner, Collection<String> keys) {
        Map<String, UUID> submissions = new HashMap<>();
        query(WAITING, statement -> {
            statement.setString(1, owner);
            statement.setArray(2, array(statement, "text", keys));
        }, row -> submissions.put(row.getString(1), row.getObject(2, UUID.class)));
        return submissions;
    }

    /** Keeps what keys stand for from now on: a record or, where there is none yet, a submission. */
    void remember(String owner, Map<String, RowResult> results) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            for (Map.Entry<String, RowResult> result : results.entrySet()) {
                UUID record = result.getValue().record();
                insert.setString(1, owner);
                insert.setString(2, result.getKey());
                insert.setObject(3, record);
                insert.setObject(4, record == null ? result.getValue().submission() : null);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the keys cannot be kept", e);
        }
    }

    private static void bind(PreparedStatement statement, List<RowDraft> drafts) throws SQLException {
        statement.setArray(1, array(statement, "int4", drafts.stream().map(RowDraft::number).toList()));
        statement.setArray(2, array(statement, "text", drafts.stream().map(draft -> draft.place().code()).toList()));
        statement.setArray(3, array(statement, "text", drafts.stream().map(draft -> draft.said().title()).toList()));
        statement.setArray(4, statement.getConnection().createArrayOf("date",
                drafts.stream().map(draft -> draft.said().period().from()).map(day -> day == null ? null : day.toString())
                        .toArray()));
        statement.setArray(5, array(statement, "text", drafts.stream().map(RowDraft::subject).toList()));
        statement.setArray(6, array(statement, "text", drafts.stream().map(draft -> draft.said().scope().name()).toList()));
        statement.setArray(7, array(statement, "text", drafts.stream().map(RowDraft::agency).toList()));
        statement.setArray(8, array(statement, "bool", drafts.stream().map(draft -> draft.externalId() != null).toList()));
    }

    private static Array array(PreparedStatement statement, String type, Collection<?> values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values.toArray());
    }

    private void query(String sql, Binding binding, Reading reading) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            binding.bind(query);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reading.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("records cannot be looked up", e);
        }
    }

    /** A record known by a key, and where it belongs. */
    record Keyed(UUID id, Place place) {
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }
}
