package atlas.service.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Seals the entries that wait. */
final class ChainLinks {

    static final int AT_ONCE = 500;

    // Gone with the transaction, and so is the leader: whoever takes it next sees all that was sealed before.
    private static final String LEAD = "SELECT pg_try_advisory_xact_lock(?)";
    private static final long LOCK = UUID.nameUUIDFromBytes("audit-chain".getBytes(StandardCharsets.UTF_8))
            .getMostSignificantBits();
    private static final String LAST = "SELECT sequence, hash FROM audit_chain ORDER BY sequence DESC LIMIT 1";
    // the lateral subquery with a limit is looked up in the index: a merge of both tables would read the audit from its start
    private static final String WAITING = "SELECT a.id, " + Seal.CANONICAL
            + " FROM (SELECT audit_id FROM audit_unchained ORDER BY audit_id LIMIT " + AT_ONCE + ") w"
            + " CROSS JOIN LATERAL (SELECT e.* FROM audit e WHERE e.id = w.audit_id LIMIT 1) a ORDER BY a.id";
    private static final String LINK = "INSERT INTO audit_chain (sequence, audit_id, previous, hash) VALUES (?, ?, ?, ?)";
    private static final String DONE = "DELETE FROM audit_unchained WHERE audit_id = ANY (?)";

    private ChainLinks() {
    }

    /**
     * Seals a batch in one transaction, unless another process is at it. True when the batch was full, so that there may be
     * more.
     */
    static boolean append(Connection leader) throws SQLException {
        leader.setAutoCommit(false);
        try {
            List<Waiting> waiting = leads(leader) ? waiting(leader) : List.of();
            if (!waiting.isEmpty()) {
                link(leader, waiting);
                clear(leader, waiting);
            }
            leader.commit();
            return waiting.size() == AT_ONCE;
        } catch (SQLException e) {
            leader.rollback();
            throw e;
        } finally {
            leader.setAutoCommit(true);
        }
    }

    private static boolean leads(Connection leader) throws SQLException {
        try (PreparedStatement ask = leader.prepareStatement(LEAD)) {
            ask.setLong(1, LOCK);
            try (ResultSet answer = ask.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static List<Waiting> waiting(Connection leader) throws SQLException {
        try (Statement query = leader.createStatement(); ResultSet rows = query.executeQuery(WAITING)) {
            List<Waiting> waiting = new ArrayList<>();
            while (rows.next()) {
                waiting.add(new Waiting(rows.getLong(1), rows.getString(2)));
            }
            return waiting;
        }
    }

    private static void link(Connection leader, List<Waiting> waiting) throws SQLException {
        long sequence = 0;
        byte[] previous = Seal.none();
        try (Statement query = leader.createStatement(); ResultSet last = query.executeQuery(LAST)) {
            if (last.next()) {
                sequence = last.getLong(1);
                previous = last.getBytes(2);
            }
        }
        try (PreparedStatement insert = leader.prepareStatement(LINK)) {
            for (Waiting entry : waiting) {
                byte[] hash = Seal.of(previous, entry.canonical());
                insert.setLong(1, ++sequence);
                insert.setLong(2, entry.id());
                insert.setBytes(3, previous);
                insert.setBytes(4, hash);
                insert.addBatch();
                previous = hash;
            }
            insert.executeBatch();
        }
    }

    private static void clear(Connection leader, List<Waiting> sealed) throws SQLException {
        try (PreparedStatement delete = leader.prepareStatement(DONE)) {
            delete.setArray(1, leader.createArrayOf("bigint", sealed.stream().map(Waiting::id).toArray()));
            delete.executeUpdate();
        }
    }

    private record Waiting(long id, String canonical) {
    }
}
