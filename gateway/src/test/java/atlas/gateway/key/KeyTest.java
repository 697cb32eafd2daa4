package atlas.gateway.key;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.key.ApiKey.Terms;
import atlas.gateway.partner.Grant;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.PartnersApi;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

@GatewayTest
class KeyTest {

    @Inject
    ApiKeyRepository keys;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    static List<String> mistypedKeys() {
        String good = Keys.admin();
        char last = good.charAt(good.length() - 1);
        return List.of("Bearer", "Bearer ", "Bearer x", "Basic YTpi", good, "Bearer " + good.substring(1),
                "Bearer " + good + "0",
                "Bearer " + good.substring(0, good.length() - 1) + (last == 'a' ? 'b' : 'a'), "Bearer " + good.toUpperCase(),
                "Bearer atlas_" + "0".repeat(10) + "_" + "0".repeat(49), "Bearer " + good + "," + good);
    }

    @ParameterizedTest
    @MethodSource("mistypedKeys")
    void refusesWhatIsNoKeyOfOursOnReadsToo(String authorization) {
        refused(given().header("Authorization", authorization).get("/v1/laws")).header("WWW-Authenticate",
                containsString("invalid_token"));
    }

    @Test
    void refusesAKeyThatNobodyHas() {
        refused(read(KeyText.random()));
    }

    @Test
    void refusesAKnownIdWithAnotherSecret() {
        KeyText known = stored(KeyText.random(), null);
        read(known).then().statusCode(200);
        String forged = withChecksum("atlas_" + known.id() + "_" + "0".repeat(43));
        assertTrue(KeyText.read(forged).isPresent(), "it looks like a key");
        refused(given().header("Authorization", "Bearer " + forged).get("/v1/laws"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "POST /v1/laws", "POST /v1/counties/24031/policies", "PUT /v1/policies/7",
            "DELETE /v1/policies/7" })
    void wantsAKeyForAWrite(String write) {
        String[] words = write.split(" ");
        var request = words[0].equals("DELETE") ? given() : given().contentType("application/json").body("{}");
        refused(request.request(words[0], words[1])).header("WWW-Authenticate", "Bearer realm=\"Sanctuary Atlas\"");
    }

    @Test
    void takesAKeyWhateverItsScopesBecauseTheServiceJudgesThem() {
        given().header("Authorization", "bearer " + Keys.of("reviewer")).contentType("application/json").body("{}")
                .post("/v1/laws").then()
                .statusCode(200).body("claims.groups", equalTo(List.of("submissions:review")));
    }

    @Test
    void refusesAnExpiredKey() {
        refused(read(stored(KeyText.random(), clock.instant().plusMillis(1))));
    }

    @Test
    void takesAKeyThatExpiresLater() {
        read(stored(KeyText.random(), clock.instant().plusSeconds(60))).then().statusCode(200);
    }

    @Test
    void refusesARevokedKeyAsSoonAsItIsForgotten() {
        KeyText text = stored(KeyText.random(), null);
        read(text).then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> keys.findById(text.id()).revoke(clock.instant()));
        await("a revoked key is still taken").atMost(Duration.ofSeconds(30)) // it is remembered for one second in the tests
                .until(() -> read(text).statusCode() != 200);
        refused(read(text));
    }

    @Test
    void keepsNoSecret() {
        KeyText text = stored(KeyText.random(), null);
        String row = (String) entities.createNativeQuery("SELECT to_jsonb(k)::text FROM api_key k WHERE id = :id", String.class)
                .setParameter("id", text.id()).getSingleResult();
        assertTrue(row.contains(text.id()));
        assertFalse(row.contains(text.reveal().substring(17, 60)), "the row holds the secret");
        assertFalse(text.toString().contains(text.reveal().substring(17, 60)), "a log line could hold the secret");
    }

    @Test
    void makesKeysThatReadBack() {
        KeyText text = KeyText.random();
        assertEquals(66, text.reveal().length());
        assertEquals(text.id(), KeyText.read(text.reveal()).orElseThrow().id());
        assertEquals(text.reveal(), withChecksum(text.reveal().substring(0, 60)));
    }

    private KeyText stored(KeyText text, Instant expires) {
        UUID partner = UUID.fromString(PartnersApi.partner().getString("id"));
        Terms terms = new Terms("test", Grant.NOTHING, null);
        QuarkusTransaction.requiringNew()
                .run(() -> keys.persist(new ApiKey(text, partner, terms, clock.instant().minusSeconds(1))));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE api_key SET expires = :expires WHERE id = :id")
                        .setParameter("expires", expires).setParameter("id", text.id()).executeUpdate());
        return text;
    }

    /** The key's last six characters as the README describes them: the CRC-32 of those before, in base 62. */
    private static String withChecksum(String start) {
        CRC32 crc = new CRC32();
        crc.update(start.getBytes(StandardCharsets.US_ASCII));
        BigInteger rest = BigInteger.valueOf(crc.getValue());
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(62));
            int digit = parts[1].intValue();
            digits.insert(0, (char) (digit < 10 ? '0' + digit : digit < 36 ? 'A' + digit - 10 : 'a' + digit - 36));
            rest = parts[0];
        }
        return start + digits;
    }

    private static Response read(KeyText text) {
        return given().header("Authorization", "Bearer " + text.reveal()).get("/v1/laws");
    }

    private static ValidatableResponse refused(Response response) {
        return response.then().statusCode(401).contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("requestId", hasLength(36)).body("detail", not(containsString("atlas_0")))
                .header("Cache-Control", "no-store");
    }
}
