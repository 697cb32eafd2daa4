package atlas.service.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.service.problem.ProblemException;

/**
 * Has a write with an Idempotency-Key done once: its answer is kept in the transaction of the write, per API key, method and
 * path, and
 * given again to the same request. A refused write keeps nothing, and may be sent again.
 */
@ApplicationScoped
public class Idempotency {

    private static final String CLAIM = """
            INSERT INTO idempotency (key_id, method, path, idempotency_key, fingerprint) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String RECALL = """
            SELECT fingerprint, answer FROM idempotency WHERE key_id = ? AND method = ? AND path = ? AND idempotency_key = ?""";
    private static final String KEEP = """
            UPDATE idempotency SET answer = ? WHERE key_id = ? AND method = ? AND path = ? AND idempotency_key = ?""";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final ObjectMapper json;

    Idempotency(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Does the write, or recalls its answer.
     *
     * @param body what was asked for; with the same key but another body or If-Match the request is refused with 422
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> T once(WriteRequest request, Object body, Class<T> answerType, Supplier<T> write) {
        if (request.idempotencyKey() == null) {
            return write.get();
        }
        try (Connection connection = database.getConnection()) {
            byte[] fingerprint = fingerprint(request, body);
            if (!claim(connection, request, fingerprint)) {
                return json.readValue(recall(connection, request, fingerprint), answerType);
            }
            T answer = write.get();
            keep(connection, request, json.writeValueAsString(answer));
            return answer;
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw ProblemException.conflict("The same request is being worked on: send it again in a moment.");
            }
            throw new IllegalStateException("the idempotency table cannot be used", e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of our own cannot be kept or recalled", e);
        }
    }

    /** Waits for a write with the same key that is under way; false when that one was done. */
    private boolean claim(Connection connection, WriteRequest request, byte[] fingerprint) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            identify(claim, 1, request);
            claim.setBytes(5, fingerprint);
            return claim.executeUpdate() == 1;
        }
    }

    private String recall(Connection connection, WriteRequest request, byte[] fingerprint) throws SQLException {
        try (PreparedStatement recall = connection.prepareStatement(RECALL)) {
            identify(recall, 1, request);
            try (ResultSet row = recall.executeQuery()) {
                row.next();
                if (!MessageDigest.isEqual(row.getBytes(1), fingerprint)) {
                    throw ProblemException.unprocessable("This Idempotency-Key was used for another request: take a new one.");
                }
                return row.getString(2);
            }
        }
    }

    private void keep(Connection connection, WriteRequest request, String answer) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, answer);
            identify(keep, 2, request);
            keep.executeUpdate();
        }
    }

    private static void identify(PreparedStatement statement, int from, WriteRequest request) throws SQLException {
        statement.setString(from, request.author().keyId());
        statement.setString(from + 1, request.method());
        statement.setString(from + 2, request.path());
        statement.setString(from + 3, request.idempotencyKey().value());
    }

    private byte[] fingerprint(WriteRequest request, Object body) throws JsonProcessingException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writeValueAsBytes(body));
            digest.update(String.valueOf(request.ifMatch()).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
