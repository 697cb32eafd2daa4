package atlas.gateway.partner;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.described;
import static atlas.gateway.testing.PartnersApi.partner;
import static atlas.gateway.testing.PartnersApi.saying;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.testing.GatewayTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

@GatewayTest
class PartnerApiTest {

    private static final String MARYLAND = "'scopes': ['policies:write'], 'states': ['MD']";

    @Inject
    EntityManager entities;

    @Test
    void registersAPartnerAndShowsItAsItWasSaid() {
        String name = "Partner " + UUID.randomUUID();
        Response made = saying("{'name': ' " + name + " ', 'review': 'REVIEWED', 'scopes': ['policies:write', 'laws:write'], "
                + "'states': ['VA', 'MD'], 'counties': ['06037'], 'writesPerMinute': 60, 'contact': 'a@example.org'}")
                .post("/v1/partners");
        String id = made.then().statusCode(201).contentType("application/json").header("ETag", "\"1\"")
                .header("Cache-Control", "no-store").body("name", equalTo(name)).body("version", equalTo(1)).extract()
                .path("id");
        made.then().header("Location", equalTo("/v1/partners/" + id)).header("X-Request-Id", notNullValue());
        admin().get("/v1/partners/" + id).then().statusCode(200).header("ETag", "\"1\"")
                .header("Cache-Control", "private, no-cache").header("Access-Control-Allow-Origin", nullValue())
                .body("review", equalTo("REVIEWED"))
                .body("scopes", equalTo(List.of("laws:write", "policies:write"))).body("states", equalTo(List.of("MD", "VA")))
                .body("counties", equalTo(List.of("06037"))).body("writesPerMinute", equalTo(60))
                .body("contact", equalTo("a@example.org")).body("createdAt", endsWith("Z")).body("closedAt", nullValue());
    }

    @Test
    void answers304ToWhoHasSeenTheVersion() {
        String id = partner(MARYLAND).getString("id");
        admin().header("If-None-Match", "\"1\"").get("/v1/partners/" + id).then().statusCode(304);
        String tag = admin().get("/v1/partners?limit=1").then().statusCode(200).extract().header("ETag");
        admin().header("If-None-Match", tag).get("/v1/partners?limit=1").then().statusCode(304);
        admin().head("/v1/partners/" + id).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void listsAllOnceInTheOrderOfTheirNames() {
        for (int i = 0; i < 5; i++) {
            partner(MARYLAND);
        }
        List<String> names = new ArrayList<>();
        String page = "/v1/partners?limit=2";
        long total = 0;
        while (page != null) {
            Response answer = admin().urlEncodingEnabled(false).get(page);
            answer.then().statusCode(200);
            names.addAll(answer.jsonPath().getList("items.name"));
            total = answer.jsonPath().getLong("total");
            String next = answer.jsonPath().getString("next");
            assertEquals(next != null, answer.header("Link") != null);
            page = next == null ? null : "/v1/partners?limit=2&cursor=" + next;
        }
        assertEquals(total, names.size());
        assertEquals(names.size(), new HashSet<>(names).size());
        assertTrue(names.contains("Demo Partner Maryland"));
        admin().get("/v1/partners?cursor=forged").then().statusCode(400).body("errors[0].field", equalTo("cursor"));
        admin().get("/v1/partners?limit=501").then().statusCode(400).body("errors[0].field", equalTo("limit"));
        admin().get("/v1/partners?state=MD").then().statusCode(400).body("errors[0].field", equalTo("state"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = { "{}; name", "{'review': 'TRUSTED', 'scopes': ['admin']}; name",
            "{'name': ' ', 'review': 'TRUSTED', 'scopes': ['admin']}; name",
            "{'name': 'x', 'scopes': ['admin']}; review", "{'name': 'x', 'review': 'SOMEHOW', 'scopes': ['admin']}; review",
            "{'name': 'x', 'review': 'TRUSTED'}; scopes", "{'name': 'x', 'review': 'TRUSTED', 'scopes': []}; scopes",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['policies:read']}; scopes[0]",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': [null]}; scopes",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['admin'], 'states': ['MD']}; scopes",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'states': ['Maryland']}; states[0]",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'counties': ['6037']}; counties[0]",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'counties': ['24031', '99001']}; counties[1]",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'writesPerMinute': 0}; writesPerMinute",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'writesPerMinute': 'many'}; writesPerMinute",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'version': 3}; version",
            "{'name': 'x', 'review': 'TRUSTED', 'scopes': ['laws:write'], 'closedAt': null}; closedAt" })
    void refusesWhatIsNoPartnerAndNamesTheField(String body, String field) {
        saying(body).post("/v1/partners").then().statusCode(400).contentType("application/problem+json")
                .body("errors.field", hasItem(field)).header("Cache-Control", "no-store");
    }

    @Test
    void refusesAnUnreadableBodyAsTheServicesDo() {
        saying("{'name': ").post("/v1/partners").then().statusCode(400).body("type", equalTo("/problems/malformed-body"));
        saying("{} ").body("<x/>").contentType("application/xml").post("/v1/partners").then().statusCode(415);
        admin().contentType("application/json").post("/v1/partners").then().statusCode(400);
    }

    @Test
    void givesANameToOneOnly() {
        JsonPath first = partner(MARYLAND);
        String again = "{'name': '" + first.getString("name").toUpperCase() + "', 'review': 'TRUSTED', " + MARYLAND + "}";
        saying(again).post("/v1/partners").then().statusCode(409).body("detail", containsString("already"));
        String other = partner(MARYLAND).getString("id");
        saying(again).header("If-Match", "\"1\"").put("/v1/partners/" + other).then().statusCode(409);
        saying(again).header("If-Match", "\"1\"").put("/v1/partners/" + first.getString("id")).then().statusCode(200);
    }

    @Test
    void changesTheWholeOfAPartnerThatWasRead() {
        String id = partner(MARYLAND + ", 'contact': 'a@example.org'").getString("id");
        String body = described("'scopes': ['laws:write']");
        saying(body).put("/v1/partners/" + id).then().statusCode(428);
        saying(body).header("If-Match", "\"7\"").put("/v1/partners/" + id).then().statusCode(412);
        saying(body).header("If-Match", "\"1\"").put("/v1/partners/" + id).then().statusCode(200).header("ETag", "\"2\"")
                .body("scopes", equalTo(List.of("laws:write"))).body("states", equalTo(List.of()))
                .body("contact", nullValue());
        saying(body).header("If-Match", "\"1\"").put("/v1/partners/" + id).then().statusCode(412);
        admin().get("/v1/partners/" + id).then().body("version", equalTo(2));
    }

    @Test
    void closesAPartnerForGoodAndKeepsItListed() {
        String id = partner(MARYLAND).getString("id");
        String closed = admin().delete("/v1/partners/" + id).then().statusCode(200).body("closedAt", endsWith("Z"))
                .extract().path("closedAt");
        admin().delete("/v1/partners/" + id).then().statusCode(200).body("closedAt", equalTo(closed)).header("ETag", "\"2\"");
        admin().get("/v1/partners/" + id).then().statusCode(200).body("closedAt", equalTo(closed));
        saying(described(MARYLAND)).header("If-Match", "\"2\"").put("/v1/partners/" + id).then().statusCode(409);
        saying("{'name': 'late'}").post("/v1/partners/" + id + "/keys").then().statusCode(409);
    }

    @Test
    void knowsNoOtherPartners() {
        String nobody = "/v1/partners/" + UUID.randomUUID();
        admin().get(nobody).then().statusCode(404).contentType("application/problem+json");
        saying(described(MARYLAND)).header("If-Match", "\"1\"").put(nobody).then().statusCode(404);
        admin().delete(nobody).then().statusCode(404);
        saying("{'name': 'x'}").post(nobody + "/keys").then().statusCode(404);
        admin().get("/v1/partners/7").then().statusCode(404).contentType("application/problem+json");
        admin().patch(nobody).then().statusCode(405);
    }

    @Test
    void registersOnceUnderAnIdempotencyKey() {
        String body = described(MARYLAND);
        String key = UUID.randomUUID().toString();
        String id = saying(body).header("Idempotency-Key", key).post("/v1/partners").then().statusCode(201).extract()
                .path("id");
        saying(body).header("Idempotency-Key", key).post("/v1/partners").then().statusCode(201).body("id", equalTo(id));
        saying(described(MARYLAND)).header("Idempotency-Key", key).post("/v1/partners").then().statusCode(422);
    }

    @Test
    void keepsWhoChangedWhatInTheTransactionOfTheChange() {
        JsonPath partner = partner(MARYLAND);
        String id = partner.getString("id");
        saying(described(MARYLAND)).header("If-Match", "\"1\"").put("/v1/partners/" + id).then().statusCode(200);
        saying(described("'scopes': ['admin'], 'states': ['MD']")).header("If-Match", "\"2\"").put("/v1/partners/" + id).then()
                .statusCode(400);
        admin().delete("/v1/partners/" + id);
        List<?> rows = entities.createNativeQuery("""
                SELECT action || ' ' || version || ' ' || organisation || ' ' || coalesce(before ->> 'name', '-') FROM audit
                WHERE subject = CAST(:id AS uuid) AND request_id IS NOT NULL ORDER BY version""", String.class)
                .setParameter("id", id).getResultList();
        assertEquals("partner.registered 1 Sanctuary Atlas -", rows.get(0));
        assertEquals("partner.changed 2 Sanctuary Atlas " + partner.getString("name"), rows.get(1));
        assertTrue(String.valueOf(rows.get(2)).startsWith("partner.closed 3 "));
        assertEquals(3, rows.size());
    }
}
