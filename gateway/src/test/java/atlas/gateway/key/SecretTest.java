package atlas.gateway.key;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.given;
import static atlas.gateway.testing.PartnersApi.partner;
import static atlas.gateway.testing.PartnersApi.read;
import static atlas.gateway.testing.PartnersApi.saying;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import io.restassured.path.json.JsonPath;

/** A secret is shown once, in the answer that gives the key, and is nowhere else. */
@GatewayTest
class SecretTest {

    @Inject
    EntityManager entities;

    @Test
    void isShownOnceAndNeverAgain() {
        String partner = partner().getString("id");
        JsonPath key = given(partner, "{'name': 'a'}");
        String secret = secret(key);
        String at = "/v1/keys/" + key.getString("id");
        for (String answer : List.of(admin().get(at).asString(), admin().get("/v1/keys?partner=" + partner).asString(),
                saying("{'name': 'b'}").header("If-Match", "\"1\"").put(at).asString(),
                saying("{}").post(at + "/rotate").asString(), admin().delete(at).asString(),
                admin().get("/v1/partners/" + partner).asString(), admin().delete("/v1/partners/" + partner).asString())) {
            assertFalse(answer.contains(secret), "shown again");
            assertFalse(answer.contains(hash(secret)), "its hash is shown");
        }
    }

    @Test
    void isNotGivenAgainUnderAnIdempotencyKey() {
        String give = "/v1/partners/" + partner().getString("id") + "/keys";
        String repeat = UUID.randomUUID().toString();
        JsonPath key = saying("{'name': 'a'}").header("Idempotency-Key", repeat).post(give).then().statusCode(201).extract()
                .jsonPath();
        read(key.getString("key")).then().statusCode(200);
        saying("{'name': 'a'}").header("Idempotency-Key", repeat).post(give).then().statusCode(201)
                .body("id", equalTo(key.getString("id"))).body("key", nullValue()).body(not(containsString(secret(key))));
        admin().get("/v1/keys?partner=" + key.getString("partner")).then().body("total", equalTo(1));
    }

    @Test
    void isKeptAsAHashAlone() {
        String repeat = UUID.randomUUID().toString();
        JsonPath key = saying("{'name': 'a'}").header("Idempotency-Key", repeat)
                .post("/v1/partners/" + partner().getString("id") + "/keys").jsonPath();
        saying("{'name': 'b'}").header("If-Match", "\"1\"").put("/v1/keys/" + key.getString("id"));
        for (String table : new String[] { "api_key", "partner", "audit", "idempotency" }) {
            String rows = (String) entities
                    .createNativeQuery("SELECT coalesce(string_agg(to_jsonb(t)::text, ' '), '') FROM " + table + " t",
                            String.class)
                    .getSingleResult();
            assertFalse(rows.contains(secret(key)), table + " holds the secret");
            assertEquals(table.equals("api_key"), rows.contains(hash(secret(key))), table);
        }
        assertEquals(3L, entities.createNativeQuery("SELECT count(*) FROM audit WHERE action LIKE 'key.%' "
                + "AND after ->> 'id' = :id OR after ->> 'id' = :partner", Long.class).setParameter("id", key.getString("id"))
                .setParameter("partner", key.getString("partner")).getSingleResult(), "given, changed, and its partner");
    }

    @Test
    void isInNoLog() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler listener = new Listener(lines);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            String partner = partner().getString("id");
            JsonPath key = given(partner, "{'name': 'a'}");
            read(key.getString("key"));
            JsonPath next = saying("{'overlap': 5}").post("/v1/keys/" + key.getString("id") + "/rotate").jsonPath();
            admin().delete("/v1/keys/" + key.getString("id"));
            read(key.getString("key")).then().statusCode(401);
            read(key.getString("key") + "x").then().statusCode(401);
            Logger.getLogger("probe").info("the listener listens");
            assertTrue(lines.contains("the listener listens"));
            assertTrue(lines.stream().noneMatch(line -> line.contains(secret(key)) || line.contains(secret(next))));
        } finally {
            root.removeHandler(listener);
        }
    }

    private static String secret(JsonPath key) {
        return key.getString("key").substring(17, 60);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Listener extends Handler {

        private final List<String> lines;

        private Listener(List<String> lines) {
            this.lines = lines;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(String.valueOf(record.getMessage()));
            for (Object parameter : record.getParameters() == null ? new Object[0] : record.getParameters()) {
                lines.add(String.valueOf(parameter));
            }
            if (record.getThrown() != null) {
                lines.add(record.getThrown().toString());
            }
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
