package atlas.gateway.rebuild;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Takes the fingerprint of the feed that is shown, from the table. */
@ApplicationScoped
class FeedFingerprints {

    private static final int PATIENCE_SECONDS = 300;
    private static final int ROWS_AT_ONCE = 200;
    private static final String HEAD = """
            SELECT first_sequence, last_sequence, epoch - CASE WHEN next_first IS NULL THEN 0 ELSE 1 END FROM feed_head""";
    // by the head of the same snapshot: another feed may take its place at any moment
    private static final String EVENTS = """
            SELECT type || ' ' || coalesce(county, state), body FROM feed_event, feed_head
            WHERE sequence BETWEEN first_sequence AND last_sequence ORDER BY sequence""";

    private final DataSource database;

    FeedFingerprints(DataSource database) {
        this.database = database;
    }

    @Transactional
    @TransactionConfiguration(timeout = PATIENCE_SECONDS)
    FeedFingerprint take() {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            try (PreparedStatement query = connection.prepareStatement(HEAD); ResultSet head = query.executeQuery()) {
                head.next();
                Map<String, Chain> chains = chains(connection);
                return new FeedFingerprint(hash(chains), chains.values().stream().mapToLong(chain -> chain.events).sum(),
                        chains.size(), Long.toString(head.getLong(1)), Long.toString(head.getLong(2)), head.getInt(3));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the feed cannot be read", e);
        }
    }

    private static Map<String, Chain> chains(Connection connection) throws SQLException {
        Map<String, Chain> chains = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement(EVENTS)) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    chains.computeIfAbsent(rows.getString(1), key -> new Chain()).add(rows.getString(2));
                }
            }
        }
        return chains;
    }

    private static String hash(Map<String, Chain> chains) {
        MessageDigest all = sha256();
        chains.forEach((key, chain) -> all.update((key + ' ' + chain.events + ' ' + hex(chain.digest) + '\n')
                .getBytes(StandardCharsets.UTF_8)));
        return "sha256:" + hex(all);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The events of one key, one after the other. */
    private static final class Chain {

        private final MessageDigest digest = sha256();
        private long events;

        private void add(String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8)); // where one ends and the next begins
            digest.update(bytes);
            events++;
        }
    }
}
