package atlas.gateway.webhook.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.WebhooksApi;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** In a transaction that is rolled back: the gateway that runs has not the key. */
@GatewayTest
class ResealingTest {

    private static final String KEY = Base64.getEncoder()
            .encodeToString("another key of thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));

    @Inject
    DataSource database;

    @Inject
    SecretBox present;

    private UUID webhook;
    private String secret;

    @BeforeEach
    void register() {
        var answer = WebhooksApi.ofAPartner().register("{'url': 'http://127.0.0.1:9/hook'}").then().statusCode(201).extract()
                .jsonPath();
        webhook = UUID.fromString(answer.getString("id"));
        secret = answer.getString("secret");
        QuarkusTransaction.begin();
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
    }

    @Test
    void sealsWithThePresentKeyWhatWasNot() throws SQLException {
        SecretBox next = new SecretBox(Optional.of(KEY), Optional.empty());
        byte[] before = sealed();

        assertTrue(new Resealing(database, next).resealAll() > 0);

        assertTrue(present.open(sealed(), webhook).isEmpty());
        assertEquals(secret, next.open(sealed(), webhook).orElseThrow().reveal());
        assertEquals(secret, present.open(before, webhook).orElseThrow().reveal());
        assertEquals(0, new Resealing(database, next).resealAll());
    }

    private byte[] sealed() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT secret FROM webhook WHERE id = ?")) {
            query.setObject(1, webhook);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }
}
