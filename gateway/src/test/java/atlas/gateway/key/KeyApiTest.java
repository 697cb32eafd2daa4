package atlas.gateway.key;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.described;
import static atlas.gateway.testing.PartnersApi.give;
import static atlas.gateway.testing.PartnersApi.given;
import static atlas.gateway.testing.PartnersApi.partner;
import static atlas.gateway.testing.PartnersApi.read;
import static atlas.gateway.testing.PartnersApi.saying;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.TestClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@GatewayTest
class KeyApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    EntityManager entities;

    @Test
    void givesAKeyThatAllowsWhatItsPartnerMay() {
        JsonPath partner = partner();
        Response answer = give(partner.getString("id"), "{'name': 'import'}");
        JsonPath key = answer.then().statusCode(201).header("Cache-Control", "no-store").header("ETag", "\"1\"").extract()
                .jsonPath();
        assertEquals("/v1/keys/" + key.getString("id"), answer.header("Location"));
        assertEquals(partner.getString("id"), key.getString("partner"));
        assertEquals("ACTIVE", key.getString("status"));
        read(key.getString("key")).then().statusCode(200).body("claims.sub", equalTo(key.getString("id")))
                .body("claims.org", equalTo(partner.getString("name")))
                .body("claims.partner", equalTo(partner.getString("id"))).body("claims.reviewed", equalTo(false))
                .body("claims.groups", containsInAnyOrder("policies:write", "laws:write"))
                .body("claims.states", equalTo(List.of("MD"))).body("claims.counties", equalTo(List.of("51013")));
    }

    @Test
    void givesANarrowerKey() {
        JsonPath key = given(partner().getString("id"),
                "{'name': 'one county', 'scopes': ['policies:write'], 'counties': ['24031', '51013'], 'expiresAt': '2090-01-01T00:00:00Z'}");
        assertEquals("2090-01-01T00:00:00Z", key.getString("expiresAt"));
        assertEquals(List.of(), key.getList("states"));
        read(key.getString("key")).then().body("claims.groups", equalTo(List.of("policies:write")))
                .body("claims.states", empty()).body("claims.counties", containsInAnyOrder("24031", "51013"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = { "{}; name", "{'name': ''}; name",
            "{'name': 'x', 'scopes': []}; scopes", "{'name': 'x', 'scopes': ['admin']}; scopes[0]",
            "{'name': 'x', 'scopes': ['laws:write', 'submissions:review']}; scopes[1]",
            "{'name': 'x', 'states': ['MD', 'VA']}; states[1]", "{'name': 'x', 'states': ['XX']}; states[0]",
            "{'name': 'x', 'counties': ['24031', '48201']}; counties[1]",
            "{'name': 'x', 'expiresAt': '2019-01-01T00:00:00Z'}; expiresAt",
            "{'name': 'x', 'expiresAt': '2100-01-01T00:00:00Z'}; expiresAt", "{'name': 'x', 'expiresAt': 7}; expiresAt",
            "{'name': 'x', 'role': 'y'}; role", "{'name': 'x', 'key': 'atlas_mine'}; key" })
    void refusesAKeyBeyondItsPartnerAndNamesTheField(String body, String field) {
        String partner = partner().getString("id");
        give(partner, body).then().statusCode(400).contentType("application/problem+json")
                .body("errors.field", hasItem(field));
        admin().get("/v1/keys?partner=" + partner).then().body("total", equalTo(0));
    }

    @Test
    void listsKeysByPartnerAndStatus() {
        String partner = partner().getString("id");
        String active = given(partner, "{'name': 'a'}").getString("id");
        String revoked = given(partner, "{'name': 'b'}").getString("id");
        String expired = given(partner, "{'name': 'c', 'expiresAt': '" + Instant.now().plus(Duration.ofMinutes(30)) + "'}")
                .getString("id");
        admin().delete("/v1/keys/" + revoked).then().statusCode(200);
        expire(expired);
        String list = "/v1/keys?partner=" + partner;
        admin().get(list).then().body("items.id", equalTo(List.of(active, revoked, expired))).body("total", equalTo(3));
        admin().get(list + "&status=ACTIVE").then().body("items.id", equalTo(List.of(active))).body("total", equalTo(1));
        admin().get(list + "&status=REVOKED").then().body("items.id", equalTo(List.of(revoked)));
        admin().get(list + "&status=EXPIRED").then().body("items.id", equalTo(List.of(expired)))
                .body("items[0].status", equalTo("EXPIRED"));
        String next = admin().get(list + "&limit=2").then().body("items.id", equalTo(List.of(active, revoked))).extract()
                .path("next");
        admin().get(list + "&limit=2&cursor=" + next).then().body("items.id", equalTo(List.of(expired)))
                .body("next", nullValue());
        admin().get("/v1/keys?status=LIVE").then().statusCode(400).body("errors[0].message", containsString("ACTIVE, EXPIRED"));
        admin().get("/v1/keys?partner=7").then().statusCode(400).body("errors[0].field", equalTo("partner"));
        admin().get("/v1/keys?partner=" + UUID.randomUUID()).then().statusCode(200).body("items", empty());
        admin().get("/v1/keys?role=x").then().statusCode(400);
    }

    /** As if its time had been short. */
    private void expire(String key) {
        QuarkusTransaction.requiringNew().run(() -> entities
                .createNativeQuery("UPDATE api_key SET expires = created + interval '1 microsecond' WHERE id = :id")
                .setParameter("id", key).executeUpdate());
    }

    @Test
    void changesAKeyWithinItsPartnersLimits() {
        JsonPath key = given(partner().getString("id"), "{'name': 'a', 'scopes': ['laws:write'], 'counties': ['51013']}");
        String at = "/v1/keys/" + key.getString("id");
        read(key.getString("key")).then().statusCode(200);
        saying("{'name': 'b'}").put(at).then().statusCode(428);
        saying("{'name': 'b'}").header("If-Match", "\"2\"").put(at).then().statusCode(412);
        saying("{'name': 'b', 'states': ['TX']}").header("If-Match", "\"1\"").put(at).then().statusCode(400)
                .body("errors[0].field", equalTo("states[0]"));
        saying("{'name': 'b', 'scopes': ['policies:write'], 'states': ['MD']}").header("If-Match", "\"1\"").put(at).then()
                .statusCode(200).header("ETag", "\"2\"").body("name", equalTo("b")).body("key", nullValue());
        read(key.getString("key")).then().body("claims.groups", equalTo(List.of("policies:write")))
                .body("claims.states", equalTo(List.of("MD"))).body("claims.counties", empty());
        saying("{'name': 'b'}").header("If-Match", "\"2\"").put(at).then().statusCode(200)
                .body("scopes", equalTo(List.of("laws:write", "policies:write")));
    }

    @Test
    void revokesAtOnceAndForGood() {
        JsonPath key = given(partner().getString("id"), "{'name': 'a'}");
        String at = "/v1/keys/" + key.getString("id");
        read(key.getString("key")).then().statusCode(200);
        String when = admin().delete(at).then().statusCode(200).body("status", equalTo("REVOKED")).extract().path("revokedAt");
        read(key.getString("key")).then().statusCode(401);
        admin().delete(at).then().statusCode(200).body("revokedAt", equalTo(when)).header("ETag", "\"2\"");
        saying("{'name': 'b'}").header("If-Match", "\"2\"").put(at).then().statusCode(409);
        admin().post(at + "/rotate").then().statusCode(409);
    }

    @Test
    void endsAllKeysOfAClosedPartnerAtOnce() {
        String partner = partner().getString("id");
        JsonPath first = given(partner, "{'name': 'a'}");
        JsonPath second = given(partner, "{'name': 'b'}");
        read(first.getString("key")).then().statusCode(200);
        admin().delete("/v1/partners/" + partner).then().statusCode(200);
        read(first.getString("key")).then().statusCode(401);
        read(second.getString("key")).then().statusCode(401);
        admin().get("/v1/keys?partner=" + partner).then().body("items.status", equalTo(List.of("REVOKED", "REVOKED")));
    }

    @Test
    void narrowsAndRenamesTheKeysOfAPartnerThatChangesAtOnce() {
        JsonPath partner = partner("'scopes': ['policies:write', 'laws:write']");
        JsonPath everywhere = given(partner.getString("id"), "{'name': 'a'}");
        JsonPath texas = given(partner.getString("id"), "{'name': 'b', 'states': ['TX']}");
        read(everywhere.getString("key")).then().body("claims.states", empty());
        read(texas.getString("key")).then().body("claims.states", equalTo(List.of("TX")));
        saying("{'name': 'Renamed " + partner.getString("id")
                + "', 'review': 'REVIEWED', 'scopes': ['laws:write'], 'states': ['MD']}").header("If-Match", "\"1\"")
                .put("/v1/partners/" + partner.getString("id")).then().statusCode(200);
        read(everywhere.getString("key")).then().body("claims.states", equalTo(List.of("MD")))
                .body("claims.groups", equalTo(List.of("laws:write"))).body("claims.reviewed", equalTo(true))
                .body("claims.org", equalTo("Renamed " + partner.getString("id")));
        // no place in common: nothing is allowed, which must not read as everywhere
        read(texas.getString("key")).then().statusCode(200).body("claims.groups", empty());
    }

    @Test
    void takesAKeyUntilItExpires() {
        JsonPath key = given(partner().getString("id"),
                "{'name': 'a', 'expiresAt': '" + Instant.now().plus(Duration.ofHours(2)) + "'}");
        TestClock.later(Duration.ofMinutes(119), () -> read(key.getString("key")).then().statusCode(200));
        TestClock.later(Duration.ofMinutes(121), () -> read(key.getString("key")).then().statusCode(401));
    }

    @Test
    void rotatesAKeyByASecondOneOfTheSameGrant() {
        JsonPath old = given(partner().getString("id"), "{'name': 'a', 'scopes': ['laws:write'], 'states': ['MD']}");
        JsonPath next = saying("{'overlap': 60}").post("/v1/keys/" + old.getString("id") + "/rotate").then().statusCode(201)
                .body("scopes", equalTo(List.of("laws:write"))).body("states", equalTo(List.of("MD")))
                .body("line", equalTo(old.getString("id"))).body("expiresAt", nullValue()).extract().jsonPath();
        read(old.getString("key")).then().statusCode(200);
        read(next.getString("key")).then().statusCode(200).body("claims.groups", equalTo(List.of("laws:write")));
        Instant end = Instant.parse(admin().get("/v1/keys/" + old.getString("id")).path("expiresAt"));
        assertTrue(Math.abs(Duration.between(Instant.now(), end).toSeconds() - 3_600) < 60, end.toString());
        TestClock.later(Duration.ofMinutes(61), () -> {
            read(old.getString("key")).then().statusCode(401);
            read(next.getString("key")).then().statusCode(200);
        });
        admin().post("/v1/keys/" + old.getString("id") + "/rotate").then().statusCode(409);
        admin().post("/v1/keys/" + next.getString("id") + "/rotate").then().statusCode(409).body("detail",
                containsString("Two keys"));
        admin().delete("/v1/keys/" + old.getString("id"));
        admin().post("/v1/keys/" + next.getString("id") + "/rotate").then().statusCode(201)
                .body("line", equalTo(old.getString("id")));
    }

    @Test
    void keepsTheLifeOfAKeyThatHasAnEnd() {
        JsonPath old = given(partner().getString("id"),
                "{'name': 'a', 'expiresAt': '" + Instant.now().plus(Duration.ofMinutes(30)) + "'}");
        String rotate = "/v1/keys/" + old.getString("id") + "/rotate";
        for (String overlap : new String[] { "-1", "43201", "1.5", "'long'" }) {
            saying("{'overlap': " + overlap + "}").post(rotate).then().statusCode(400).body("errors[0].field",
                    equalTo("overlap"));
        }
        saying("{'minutes': 5}").post(rotate).then().statusCode(400);
        Instant end = Instant.parse(admin().post(rotate).then().statusCode(201).extract().path("expiresAt"));
        assertTrue(Math.abs(Duration.between(Instant.now(), end).toMinutes() - 30) <= 1, end.toString());
        // it would have ended before the overlap does
        admin().get("/v1/keys/" + old.getString("id")).then().body("expiresAt", equalTo(old.getString("expiresAt")))
                .header("ETag", "\"1\"");
        admin().post("/v1/keys/0123456789/rotate").then().statusCode(404);
    }

    @Test
    void letsNoExpiredKeyComeBackAsTheThird() {
        JsonPath first = given(partner().getString("id"), "{'name': 'a'}");
        JsonPath second = saying("{'overlap': 0}").post("/v1/keys/" + first.getString("id") + "/rotate").jsonPath();
        read(first.getString("key")).then().statusCode(401);
        saying("{'overlap': 60}").post("/v1/keys/" + second.getString("id") + "/rotate").then().statusCode(201);
        saying("{'name': 'a'}").header("If-Match", "\"2\"").put("/v1/keys/" + first.getString("id")).then().statusCode(409);
    }

    @Test
    void tellsWhenAKeyWasLastUsed() {
        String partner = partner().getString("id");
        JsonPath key = given(partner, "{'name': 'a'}");
        String at = "/v1/keys/" + key.getString("id");
        admin().get(at).then().body("lastUsedAt", nullValue()).header("Cache-Control", "no-store");
        use(key);
        String used = admin().get(at).then().body("lastUsedAt", notNullValue()).header("ETag", "\"1\"").extract()
                .path("lastUsedAt");
        read(key.getString("key")).then().statusCode(200);
        use(given(partner, "{'name': 'b'}")); // what was used before is written by then
        admin().get(at).then().body("lastUsedAt", equalTo(used)); // once a minute
    }

    /** Returns when it shows. */
    private static void use(JsonPath key) {
        read(key.getString("key")).then().statusCode(200);
        await().atMost(PATIENCE).until(() -> admin().get("/v1/keys/" + key.getString("id")).path("lastUsedAt") != null);
    }

    @Test
    void knowsNoOtherKeys() {
        for (String id : new String[] { "0123456789", "x" }) {
            admin().get("/v1/keys/" + id).then().statusCode(404).contentType("application/problem+json");
            admin().delete("/v1/keys/" + id).then().statusCode(404);
            saying("{'name': 'x'}").header("If-Match", "\"1\"").put("/v1/keys/" + id).then().statusCode(404);
        }
        saying(described("'scopes': ['admin']")).post("/v1/keys").then().statusCode(405);
    }
}
