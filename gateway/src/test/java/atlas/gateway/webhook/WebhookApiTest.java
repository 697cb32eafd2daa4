package atlas.gateway.webhook;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.WebhooksApi.ALL;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.WebhooksApi;
import io.restassured.path.json.JsonPath;

@GatewayTest
class WebhookApiTest {

    /** Where nobody listens, and nobody needs to. */
    private static final String URL = "'url': 'http://127.0.0.1:9/hook'";

    @Inject
    EntityManager entities;

    private WebhooksApi webhooks;

    @BeforeEach
    void somebody() {
        webhooks = WebhooksApi.ofAPartner();
    }

    private JsonPath registered() {
        return webhooks.register("{" + URL + "}").then().statusCode(201).extract().jsonPath();
    }

    @Test
    void registersAWebhookAndShowsItAsItWasSaid() {
        String body = "{" + URL + ", 'description': 'a dashboard', 'filter': {'state': ['VA', 'MD'], 'county': ['24031'],"
                + " 'factor': ['NO_287G'], 'type': ['atlas.score.changed']}}";
        String id = webhooks.register(body).then().statusCode(201).header("ETag", "\"1\"").header("Cache-Control", "no-store")
                .header("Location", matchesPattern("/v1/webhooks/[0-9a-f-]{36}"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}=")).extract().path("id");
        webhooks.asking().get(ALL + "/" + id).then().statusCode(200).header("ETag", "\"1\"").header("Cache-Control", "no-store")
                .body("partner", equalTo(webhooks.partner())).body("url", equalTo("http://127.0.0.1:9/hook"))
                .body("description", equalTo("a dashboard")).body("filter.state", equalTo(List.of("MD", "VA")))
                .body("filter.county", equalTo(List.of("24031"))).body("filter.factor", equalTo(List.of("NO_287G")))
                .body("filter.type", equalTo(List.of("atlas.score.changed"))).body("status", equalTo("ACTIVE"))
                .body("disabledReason", nullValue()).body("failingSince", nullValue()).body("createdAt", endsWith("Z"))
                .body("version", equalTo(1)).body(not(containsString("whsec_")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = { "{}; url", "{'url': ''}; url", "{'url': 'nowhere'}; url",
            "{'url': 'ftp://example.org/'}; url", "{'url': 'http://example.org/hook'}; url",
            "{'url': 'https://192.168.0.7/hook'}; url", "{'url': 'https://169.254.169.254/latest'}; url",
            "{'url': 'https://[::ffff:10.0.0.1]/'}; url", "{'url': 'https://[64:ff9b::a00:1]/'}; url",
            "{'url': 'https://2130706433/'}; url", "{'url': 'https://0177.0.0.1/'}; url",
            "{'url': 'https://0x7f.0.0.1/'}; url", "{'url': 'https://u:p@1.1.1.1/'}; url",
            "{'url': 'https://1.1.1.1/#a'}; url", "{'url': 'https://1.1.1.1:80/'}; url",
            "{'url': 'https://nobody-has-this-name.invalid/'}; url",
            "{'url': 'http://127.0.0.1:9/', 'description': ' '}; description",
            "{'url': 'http://127.0.0.1:9/', 'filter': {'state': ['Maryland']}}; filter.state",
            "{'url': 'http://127.0.0.1:9/', 'filter': {'county': ['24']}}; filter.county",
            "{'url': 'http://127.0.0.1:9/', 'filter': {'factor': ['ICE']}}; filter.factor",
            "{'url': 'http://127.0.0.1:9/', 'filter': {'type': ['atlas.county.registered']}}; filter.type",
            "{'url': 'http://127.0.0.1:9/', 'filter': {'state': [null]}}; filter",
            "{'url': 'http://127.0.0.1:9/', 'filter': {'since': '2026-01-01'}}; filter.since",
            "{'url': 'http://127.0.0.1:9/', 'secret': 'mine'}; secret" })
    void refusesWhatIsNoWebhookAndNamesTheField(String body, String field) {
        webhooks.register(body).then().statusCode(400).contentType("application/problem+json")
                .body("errors.field", hasItem(field));
        webhooks.asking().get(ALL).then().body("total", equalTo(0));
    }

    @Test
    void needsAKey() {
        given().contentType("application/json").body("{}").post(ALL).then().statusCode(401);
        given().get(ALL).then().statusCode(401);
        given().get(ALL + "/" + registered().getString("id")).then().statusCode(401);
    }

    @Test
    void belongsToItsPartnerAlone() {
        String at = ALL + "/" + registered().getString("id");
        WebhooksApi others = WebhooksApi.ofAPartner();
        others.asking().get(at).then().statusCode(404).contentType("application/problem+json");
        others.saying("{" + URL + "}").header("If-Match", "\"1\"").put(at).then().statusCode(404);
        others.asking().delete(at).then().statusCode(404);
        others.saying("{}").post(at + "/rotate-secret").then().statusCode(404);
        others.asking().post(at + "/ping").then().statusCode(404);
        others.asking().get(at + "/deliveries").then().statusCode(404);
        others.asking().get(at + "/deliveries/1").then().statusCode(404);
        others.asking().post(at + "/deliveries/1/redeliver").then().statusCode(404);
        others.asking().get(ALL).then().body("total", equalTo(0));
        others.asking().get(ALL + "?partner=" + webhooks.partner()).then().body("total", equalTo(0));
        webhooks.webhook(at.substring(ALL.length() + 1));
    }

    @Test
    void isSeenByAdministrators() {
        String id = registered().getString("id");
        admin().get(ALL + "/" + id).then().statusCode(200);
        admin().get(ALL + "?partner=" + webhooks.partner()).then().body("items.id", equalTo(List.of(id)));
        admin().get(ALL + "?partner=7").then().statusCode(400).body("errors[0].field", equalTo("partner"));
        admin().delete(ALL + "/" + id).then().statusCode(204);
    }

    @Test
    void listsInTheOrderOfRegistration() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(registered().getString("id"));
        }
        JsonPath first = webhooks.asking().get(ALL + "?limit=2").then().statusCode(200)
                .header("Link", containsString("rel=\"next\"")).body("total", equalTo(3)).extract().jsonPath();
        JsonPath second = webhooks.asking().get(ALL + "?limit=2&cursor=" + first.getString("next")).then().statusCode(200)
                .body("next", nullValue()).extract().jsonPath();
        List<String> listed = new ArrayList<>(first.getList("items.id"));
        listed.addAll(second.getList("items.id"));
        assertEquals(made, listed);
    }

    @Test
    void hasALimit() {
        for (int i = 0; i < 5; i++) {
            registered();
        }
        webhooks.register("{" + URL + "}").then().statusCode(409).body("detail", containsString("5 webhooks"));
        String first = webhooks.asking().get(ALL + "?limit=1").jsonPath().getString("items[0].id");
        webhooks.asking().delete(ALL + "/" + first).then().statusCode(204);
        registered();
    }

    @Test
    void changesTheWholeOfAWebhookThatWasRead() {
        String at = ALL + "/" + registered().getString("id");
        String body = "{" + URL + ", 'filter': {'state': ['TX']}, 'active': false}";
        webhooks.saying(body).put(at).then().statusCode(428);
        webhooks.saying(body).header("If-Match", "\"7\"").put(at).then().statusCode(412);
        webhooks.saying("{'url': 'https://10.0.0.1/'}").header("If-Match", "\"1\"").put(at).then().statusCode(400);
        webhooks.saying(body).header("If-Match", "\"1\"").put(at).then().statusCode(200).header("ETag", "\"2\"")
                .body("filter.state", equalTo(List.of("TX"))).body("status", equalTo("DISABLED"))
                .body("disabledReason", equalTo("OWNER")).body("disabledAt", endsWith("Z"));
        webhooks.asking().post(at + "/ping").then().statusCode(409);
        webhooks.saying("{" + URL + "}").header("If-Match", "\"2\"").put(at).then().statusCode(200)
                .body("status", equalTo("ACTIVE")).body("disabledReason", nullValue()).body("disabledAt", nullValue())
                .body("filter.state", equalTo(List.of()));
        webhooks.asking().post(at + "/ping").then().statusCode(202);
    }

    @Test
    void deletesForGood() {
        String at = ALL + "/" + registered().getString("id");
        webhooks.asking().delete(at).then().statusCode(204);
        webhooks.asking().get(at).then().statusCode(404);
        webhooks.asking().delete(at).then().statusCode(404);
        webhooks.asking().get(at + "/deliveries").then().statusCode(404);
        webhooks.asking().get(ALL).then().body("total", equalTo(0));
    }

    @Test
    void doesNothingTwiceUnderAnIdempotencyKeyAndShowsNoSecretTwice() {
        String repeat = UUID.randomUUID().toString();
        String id = webhooks.saying("{" + URL + "}").header("Idempotency-Key", repeat).post(ALL).then().statusCode(201)
                .body("secret", containsString("whsec_")).extract().path("id");
        webhooks.saying("{" + URL + "}").header("Idempotency-Key", repeat).post(ALL).then().statusCode(201)
                .body("id", equalTo(id)).body("secret", nullValue());
        webhooks.saying("{" + URL + ", 'description': 'x'}").header("Idempotency-Key", repeat).post(ALL).then()
                .statusCode(422);
        String at = ALL + "/" + id;
        webhooks.saying("{}").header("Idempotency-Key", repeat).post(at + "/rotate-secret").then().statusCode(200)
                .body("secret", containsString("whsec_"));
        webhooks.saying("{}").header("Idempotency-Key", repeat).post(at + "/rotate-secret").then().statusCode(200)
                .body("version", equalTo(2)).body("secret", nullValue());
        String ping = webhooks.asking().header("Idempotency-Key", repeat).post(at + "/ping").then().statusCode(202).extract()
                .path("id");
        webhooks.asking().header("Idempotency-Key", repeat).post(at + "/ping").then().statusCode(202).body("id",
                equalTo(ping));
        webhooks.asking().get(at + "/deliveries").then().body("total", equalTo(1));
        webhooks.asking().header("Idempotency-Key", repeat).delete(at).then().statusCode(204);
        webhooks.asking().header("Idempotency-Key", repeat).delete(at).then().statusCode(204);
    }

    @Test
    void rotatesOnceAtATimeUnlessTheOldSecretEndsAtOnce() {
        String at = ALL + "/" + registered().getString("id");
        webhooks.asking().post(at + "/rotate-secret").then().statusCode(200).body("oldSecretUntil", endsWith("Z"));
        webhooks.saying("{'overlap': 5}").post(at + "/rotate-secret").then().statusCode(409);
        webhooks.saying("{'overlap': 0}").post(at + "/rotate-secret").then().statusCode(200).body("oldSecretUntil",
                nullValue());
        webhooks.saying("{'overlap': ''}").post(at + "/rotate-secret").then().statusCode(400).body("errors[0].field",
                equalTo("overlap"));
        webhooks.saying("{'overlap': 43201}").post(at + "/rotate-secret").then().statusCode(400).body("errors[0].field",
                equalTo("overlap"));
    }

    @Test
    void endsWithItsPartner() {
        String id = registered().getString("id");
        admin().delete("/v1/partners/" + webhooks.partner()).then().statusCode(200);
        admin().get(ALL + "/" + id).then().body("status", equalTo("DISABLED")).body("disabledReason",
                equalTo("PARTNER_CLOSED"));
        admin().contentType("application/json").body("{" + URL.replace('\'', '"') + "}").header("If-Match", "\"2\"")
                .put(ALL + "/" + id).then().statusCode(409);
    }

    @Test
    void keepsWhoChangedWhatAndNoSecret() {
        JsonPath made = registered();
        String at = ALL + "/" + made.getString("id");
        String next = webhooks.asking().post(at + "/rotate-secret").jsonPath().getString("secret");
        webhooks.saying("{" + URL + ", 'active': false}").header("If-Match", "\"2\"").put(at);
        webhooks.asking().delete(at);
        admin().get("/v1/audit/partners?subject=" + made.getString("id")).then().body("items.action",
                equalTo(List.of("webhook.deleted", "webhook.changed", "webhook.rotated", "webhook.registered")))
                .body("items.requestId", everyItem(matchesPattern("[0-9a-f-]{36}")));
        for (String secret : List.of(made.getString("secret"), next)) {
            for (String table : List.of("audit", "idempotency", "webhook")) {
                String rows = (String) entities.createNativeQuery(
                        "SELECT coalesce(string_agg(to_jsonb(t)::text, ' '), '') FROM " + table + " t", String.class)
                        .getSingleResult();
                assertFalse(rows.contains(secret), table);
                String hex = HexFormat.of().formatHex(Base64.getDecoder().decode(secret.substring("whsec_".length())));
                assertFalse(rows.contains(hex), table + " still holds it after the deletion");
            }
        }
    }
}
