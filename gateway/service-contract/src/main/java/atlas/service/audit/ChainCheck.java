package atlas.service.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Computes the chain of the audit anew, page by page, and compares. */
@ApplicationScoped
public class ChainCheck {

    private static final int PAGE = 1_000;
    private static final String NEXT = "SELECT c.sequence, c.audit_id, c.previous, c.hash, CASE WHEN a.id IS NULL THEN NULL ELSE "
            + Seal.CANONICAL + " END FROM audit_chain c LEFT JOIN audit a ON a.id = c.audit_id"
            + " WHERE c.sequence > ? ORDER BY c.sequence LIMIT " + PAGE;
    private static final String WAITING = "SELECT count(*) FROM audit_unchained";
    private static final String SLIPPED_IN = """
            SELECT min(id) FROM audit a WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.audit_id = a.id)
                AND NOT EXISTS (SELECT FROM audit_unchained w WHERE w.audit_id = a.id)""";

    private final DataSource database;

    ChainCheck(DataSource database) {
        this.database = database;
    }

    /** Stops at the first entry that is not as it was sealed. */
    public ChainReport verify() {
        try (Connection connection = database.getConnection()) {
            long rows = 0;
            byte[] head = Seal.none();
            for (List<Link> page = page(connection, 0); !page.isEmpty(); page = page(connection, rows)) {
                for (Link link : page) {
                    String finding = finding(link, rows + 1, head);
                    if (finding != null) {
                        return report(connection, rows, head, link.entry(), finding);
                    }
                    head = link.hash();
                    rows++;
                }
            }
            Long slippedIn = number(connection, SLIPPED_IN);
            return report(connection, rows, head, slippedIn, slippedIn == null ? null : "was never given to the chain");
        } catch (SQLException e) {
            throw new IllegalStateException("the chain of the audit cannot be read", e);
        }
    }

    /** What is wrong with a link; null when nothing is. */
    private static String finding(Link link, long expected, byte[] head) {
        if (link.sequence() != expected) {
            return "follows a gap in the chain";
        }
        if (link.canonical() == null) {
            return "is missing from the audit";
        }
        if (!Arrays.equals(link.previous(), head)) {
            return "does not follow the entry before it";
        }
        return Arrays.equals(link.hash(), Seal.of(head, link.canonical())) ? null : "says something else than what was sealed";
    }

    private static ChainReport report(Connection connection, long rows, byte[] head, Long broken, String finding)
            throws SQLException {
        return new ChainReport(rows, number(connection, WAITING), broken == null,
                rows == 0 ? null : HexFormat.of().formatHex(head), broken, finding);
    }

    private static List<Link> page(Connection connection, long behind) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(NEXT)) {
            query.setLong(1, behind);
            List<Link> page = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    page.add(new Link(rows.getLong(1), rows.getLong(2), rows.getBytes(3), rows.getBytes(4), rows.getString(5)));
                }
            }
            return page;
        }
    }

    private static Long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
            row.next();
            return row.getObject(1, Long.class);
        }
    }

    /** @param canonical null when the entry is gone */
    private record Link(long sequence, long entry, byte[] previous, byte[] hash, String canonical) {
    }
}
