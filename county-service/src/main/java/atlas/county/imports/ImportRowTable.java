package atlas.county.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import atlas.county.imports.read.Rows;
import atlas.county.imports.read.Unreadable;
import atlas.service.write.RowStream;

/** Keeps the rows of files as they were read, and what became of each. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportRowTable {

    // rows are numbered without a gap; a limit instead has all of a new table sorted that no statistics are known of yet
    private static final String NEXT = """
            SELECT r.number, r.content FROM import_row r WHERE r.import_id = ? AND r.number > ? AND r.number <= ? ORDER BY r.number""";
    // lateral subqueries with a limit are looked up in the index, one by one, whatever the statistics say of a table that grows
    private static final String EARLIER = """
            SELECT w.identity, earlier.number, earlier.content, spoke.submission
            FROM unnest(?::text[]) AS w (identity)
            CROSS JOIN LATERAL (SELECT o.number, o.submission FROM import_outcome o
                WHERE o.import_id = ? AND o.identity = w.identity LIMIT 1) spoke
            CROSS JOIN LATERAL (SELECT r.number, r.content FROM import_row r
                WHERE r.import_id = ? AND r.number = spoke.number LIMIT 1) earlier""";
    private static final String OUTCOMES = """
            import_outcome (import_id, number, outcome, record, submission, reason, errors, candidates, identity)""";
    private static final List<String> FORGET = List.of("DELETE FROM import_outcome WHERE import_id = ? AND number <= ?",
            "DELETE FROM import_row WHERE import_id = ? AND number <= ?");

    /** What a transaction holds in memory, many times over: as text, as JSON, as records, in events and in the audit. */
    private static final long MOST_CHARACTERS = 1_000_000;
    private static final int FETCHED = 50;

    private final DataSource database;

    ImportRowTable(DataSource database) {
        this.database = database;
    }

    /** Stages a file's rows in one stream, and tells how many there are; what is refused on the way leaves nothing. */
    int stage(UUID id, int most, Filling filling) throws IOException {
        try (Connection connection = database.getConnection()) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("COPY import_row (import_id, number, content) FROM STDIN");
            Staging staging = new Staging(id, most, copy);
            try {
                filling.fill(staging);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
            return staging.rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be staged", e);
        }
    }

    /** The next rows behind a number, at most so many, and fewer of long ones. */
    List<StagedRow> next(UUID id, int behind, int limit) {
        return read(id, behind, behind + limit, MOST_CHARACTERS);
    }

    private List<StagedRow> read(UUID id, int behind, int last, long mostCharacters) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setFetchSize(FETCHED);
            query.setObject(1, id);
            query.setInt(2, behind);
            query.setInt(3, last);
            List<StagedRow> rows = new ArrayList<>();
            long characters = 0;
            try (ResultSet found = query.executeQuery()) {
                while (characters < mostCharacters && found.next()) {
                    StagedRow row = new StagedRow(found.getInt(1), found.getString(2));
                    characters += row.content().length();
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be read", e);
        }
    }

    /** The rows that were the first to speak of records, by the records' identities. */
    Map<String, Earlier> firstToSpeakOf(UUID id, Collection<String> identities) {
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(EARLIER)) {
            query.setArray(1, connection.createArrayOf("text", identities.toArray()));
            query.setObject(2, id);
            query.setObject(3, id);
            Map<String, Earlier> rows = new HashMap<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.put(found.getString(1), new Earlier(new StagedRow(found.getInt(2), found.getString(3)),
                            found.getObject(4, UUID.class)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("earlier rows cannot be looked up", e);
        }
    }

    /** All rows of a file that is small. */
    List<StagedRow> all(UUID id) {
        return read(id, 0, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    void keep(UUID id, List<RowResult> results) {
        try (Connection connection = database.getConnection()) {
            RowStream.copy(connection, OUTCOMES, results.stream().map(result -> new Object[] { id, result.number(),
                    result.outcome(), result.record(), result.submission(), result.reason(), result.errors(),
                    result.candidates(),
                    result.identity() }).toList());
        } catch (SQLException e) {
            throw new IllegalStateException("the outcomes cannot be kept", e);
        }
    }

    /** Deletes what is left of a file's first rows, and what became of them. */
    void forget(UUID id, int upTo) {
        for (String sql : FORGET) {
            try (Connection connection = database.getConnection();
                    PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setObject(1, id);
                delete.setInt(2, upTo);
                delete.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("old rows cannot be deleted", e);
            }
        }
    }

    /** A row that spoke of a record before, and (null: none) the submission that it became or named. */
    record Earlier(StagedRow row, UUID submission) {
    }

    /** Gives all rows of a file to the taker. */
    interface Filling {
        void fill(Rows.Taker taker) throws IOException;
    }

    private static final class Staging implements Rows.Taker {

        private final UUID id;
        private final int most;
        private final CopyIn copy;
        private int rows;

        Staging(UUID id, int most, CopyIn copy) {
            this.id = id;
            this.most = most;
            this.copy = copy;
        }

        @Override
        public void take(String row) throws IOException {
            rows++;
            if (rows > most) {
                throw Unreadable.tooLarge("The file has more than " + most + " rows: send it in parts.");
            }
            // rows are JSON in ASCII on one line: nothing but the backslash means anything to COPY
            byte[] line = (id + "\t" + rows + "\t" + row.replace("\\", "\\\\") + "\n").getBytes(StandardCharsets.US_ASCII);
            try {
                copy.writeToCopy(line, 0, line.length);
            } catch (SQLException e) {
                throw new IllegalStateException("a row cannot be staged", e);
            }
        }
    }
}
