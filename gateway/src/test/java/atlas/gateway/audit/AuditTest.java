package atlas.gateway.audit;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.give;
import static atlas.gateway.testing.PartnersApi.partner;
import static atlas.gateway.testing.PartnersApi.with;
import static atlas.gateway.testing.StandIn.COUNTY;
import static atlas.gateway.testing.StandIn.STATE_LAW;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.StandIn;
import io.restassured.response.Response;

/** Who did what with partners and keys, and with all that the services keep. */
@GatewayTest
class AuditTest {

    private static final String ALL = "/v1/audit";
    private static final String OWN = "/v1/audit/partners";
    private static final String GOOD = "{'rows': 3, 'waiting': 0, 'ok': true, 'head': 'ab', 'firstBroken': null, 'finding': null}";

    @BeforeEach
    void twoAudits() {
        StandIn.forget();
        COUNTY.has("/v1/audit/policies", entry(9, "2019-03-03T00:00:00.5Z"), entry(4, "2019-03-01T00:00:00Z"),
                entry(3, "2019-01-01T00:00:00Z"));
        STATE_LAW.has("/v1/audit/laws", entry(9, "2019-03-03T00:00:00Z"), entry(8, "2019-02-01T00:00:00Z"));
    }

    @Test
    void ofPartnersTellsWhoDidWhat() {
        String id = partner().getString("id");
        String key = give(id, "{'name': 'to be audited'}").path("key");

        admin().get(OWN + "?subject=" + id).then().statusCode(200).body("total", equalTo(1))
                .body("items[0].action", equalTo("partner.registered")).body("items[0].before", nullValue())
                .body("items[0].after.id", equalTo(id)).body("items[0].organisation", equalTo("Sanctuary Atlas"));
        admin().get(OWN + "?action=key.given&limit=1").then().statusCode(200)
                .body("items[0].after.name", equalTo("to be audited"))
                .body("toString()", not(containsString(key.substring(17))));
        int newest = admin().get(OWN + "?limit=1").path("items[0].id");
        admin().get(OWN + "?limit=1&after=" + newest).then().body("items[0].subject", equalTo(id));
        admin().get(OWN + "?after=x").then().statusCode(400).body("errors[0].field", equalTo("after"));
    }

    @Test
    void ofPartnersIsSealed() {
        String id = partner().getString("id");
        await().atMost(Duration.ofSeconds(60)).until(() -> admin().get(OWN + "/verification").<Integer> path("waiting") == 0);

        int all = admin().get(OWN + "?limit=1").path("total");
        admin().get(OWN + "/verification").then().statusCode(200).body("ok", equalTo(true)).body("waiting", equalTo(0))
                .body("rows", equalTo(all)).body("head", matchesPattern("[0-9a-f]{64}"));
        admin().get(OWN + "?subject=" + id).then().body("items.hash", everyItem(matchesPattern("[0-9a-f]{64}")));
    }

    @Test
    void isOneListTheNewestFirst() {
        String id = partner().getString("id");

        admin().get(ALL + "?subject=" + id).then().statusCode(200).body("total", equalTo(6))
                .body("items.of", equalTo(List.of("partners", "policies", "laws", "policies", "laws", "policies")))
                .body("items.subList(1, 6).id", equalTo(List.of(9, 9, 4, 8, 3))).body("next", nullValue());
        assertTrue(COUNTY.asked().getString("[0].uri").contains("subject=" + id));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 4, 5 })
    void losesAndDoublesNothingBetweenPages(int limit) {
        String list = ALL + "?subject=" + partner().getString("id") + "&limit=" + limit;
        List<String> seen = new ArrayList<>();
        Response page = admin().get(list);
        while (true) {
            List<Map<String, Object>> items = page.then().statusCode(200).body("total", equalTo(6)).extract().path("items");
            items.forEach(item -> seen.add(item.get("of") + (item.get("of").equals("partners") ? "" : " " + item.get("id"))));
            if (page.path("next") == null) {
                break;
            }
            page = admin().get(list + "&cursor=" + page.path("next"));
        }
        assertEquals(List.of("partners", "policies 9", "laws 9", "policies 4", "laws 8", "policies 3"), seen);
    }

    @Test
    void showsBehindAPageNothingThatIsNewerThanIt() {
        String list = ALL + "?subject=" + partner().getString("id") + "&limit=2";
        Response first = admin().get(list);
        STATE_LAW.has("/v1/audit/laws", entry(10, Instant.now().toString()), entry(9, "2019-03-03T00:00:00Z"),
                entry(8, "2019-02-01T00:00:00Z"));

        admin().get(list + "&cursor=" + first.path("next")).then().body("items.id", equalTo(List.of(9, 4)))
                .body("items.of", equalTo(List.of("laws", "policies")));
    }

    @Test
    void asksOneWhenOneIsWanted() {
        admin().get(ALL + "?of=laws").then().statusCode(200).body("items.id", equalTo(List.of(9, 8))).body("total", equalTo(2));
        assertEquals(0, COUNTY.asked().getList("$").size());
        String id = partner().getString("id");
        admin().get(ALL + "?of=partners&subject=" + id).then().body("items.of", equalTo(List.of("partners")));
        admin().get(ALL + "?of=counties").then().statusCode(400).body("errors[0].field", equalTo("of"));
    }

    @Test
    void verifiesAllChainsTogether() {
        COUNTY.says("GET /v1/audit/policies/verification", 200, GOOD);
        STATE_LAW.says("GET /v1/audit/laws/verification", 200, GOOD);
        admin().get(ALL + "/verification").then().statusCode(200).body("ok", equalTo(true)).body("laws.rows", equalTo(3))
                .body("policies.head", equalTo("ab")).body("partners.ok", equalTo(true));

        STATE_LAW.says("GET /v1/audit/laws/verification", 200, GOOD.replace("true", "false"));
        admin().get(ALL + "/verification").then().statusCode(200).body("ok", equalTo(false)).body("laws.ok", equalTo(false))
                .body("policies.ok", equalTo(true));
    }

    @Test
    void neverShowsAPartAsTheWhole() {
        COUNTY.isAwayFor("GET /v1/audit/policies");
        COUNTY.isAwayFor("GET /v1/audit/policies/verification");
        for (String path : List.of(ALL, ALL + "/verification")) {
            admin().get(path).then().statusCode(503).body("detail", containsString("county-service")).header("Retry-After",
                    "2");
        }
        admin().get(ALL + "?of=partners").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "subject, 7", "from, yesterday", "limit, 0", "cursor, x" })
    void refusesWhatItCannotRead(String parameter, String value) {
        admin().get(ALL + "?of=partners&" + parameter + "=" + value).then().statusCode(400).body("errors[0].field",
                equalTo(parameter));
    }

    @Test
    void isForAdministratorsOnly() {
        for (String path : List.of(ALL, ALL + "/verification", OWN, OWN + "/verification")) {
            given().get(path).then().statusCode(401);
            for (String role : List.of("partner-md", "reviewer")) {
                with(Keys.of(role)).get(path).then().statusCode(403);
            }
        }
        assertEquals(0, COUNTY.asked().getList("$").size());
    }

    private static Map<String, Object> entry(int id, String at) {
        return Map.of("id", id, "at", at, "action", "policy.added");
    }
}
