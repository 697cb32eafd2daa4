package atlas.gateway.feed;

import static atlas.gateway.testing.FeedApi.awaitNumber;
import static atlas.gateway.testing.FeedApi.ids;
import static atlas.gateway.testing.FeedApi.last;
import static atlas.gateway.testing.FeedApi.page;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.testing.Changes;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import io.restassured.path.json.JsonPath;

@GatewayTest
class FeedApiTest {

    @Inject
    Changes changes;

    private long before;

    @BeforeEach
    void whereItEnds() {
        before = changes.settled();
    }

    @Test
    void showsEachEventAsItWasOnTheTopicWithItsNumber() {
        String id = UUID.randomUUID().toString();
        changes.send(Changes.POLICIES, "24031",
                Changes.policy(id, "24031", "MD", "NO_287G", "Señal \\\"ü\\\"", "2026-03-01T12:00:00Z"));
        long number = awaitNumber(id, before);

        JsonPath page = page("?after=" + before);
        assertEquals(before + 1, number);
        assertEquals(Long.toString(number), page.getString("items[0].sequence"));
        assertEquals("1.0", page.getString("items[0].specversion"));
        assertEquals("/test", page.getString("items[0].source"));
        assertEquals("atlas.county-policy.changed", page.getString("items[0].type"));
        assertEquals("than we", page.getString("items[0].newer"));
        assertEquals("Señal \"ü\"", page.getString("items[0].data.after.title"));
        assertNull(page.get("next"));
        assertEquals(Long.toString(number), page.getString("last"));
        assertEquals(number - Long.parseLong(page.getString("first")) + 1, page.getLong("total"));
    }

    @Test
    void pagesFromTheFirstEventToTheLastAndOn() {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(changes.policy("06037", "CA", "NO_287G"));
        }
        awaitNumber(sent.get(4), before);

        JsonPath first = given().get("/v1/events?limit=2&after=" + before).then().statusCode(200)
                .header("Link", equalTo("</v1/events?limit=2&after=" + (before + 2) + ">; rel=\"next\"")).extract().jsonPath();
        assertEquals(sent.subList(0, 2), first.getList("items.id"));
        assertEquals(Long.toString(before + 2), first.getString("next"));
        JsonPath last = page("?limit=2&after=" + (before + 4));
        assertEquals(sent.subList(4, 5), last.getList("items.id"));
        assertNull(last.get("next"));
        given().get("/v1/events?after=" + last.getString("last")).then().statusCode(200).body("items.size()", equalTo(0))
                .body("next", nullValue()).header("Link", nullValue());
        JsonPath whole = page("?limit=1");
        assertEquals(whole.getString("first"), whole.getString("items[0].sequence"));
        assertEquals(page("?limit=1&after=0").getList("items"), whole.getList("items"));
        assertEquals(page("?limit=1&after=" + (Long.parseLong(whole.getString("first")) - 1)).getList("items"),
                whole.getList("items"));
    }

    @Test
    void filters() {
        String policy = changes.policy("24033", "MD", "LIMITS_ICE_HOLDS");
        awaitNumber(policy, before);
        String law = changes.law("WY", "PROHIBITS_ASSISTANCE");
        awaitNumber(law, before);
        String score = changes.score("24033", "MD", "NO_287G", "LIMITS_ICE_HOLDS");
        awaitNumber(score, before);

        assertEquals(List.of(policy, score), ids(before, "&state=MD"));
        assertEquals(List.of(policy, law, score), ids(before, "&state=MD,WY"));
        assertEquals(List.of(policy, law, score), ids(before, "&state=MD&state=WY"));
        assertEquals(List.of(policy, score), ids(before, "&county=24033"));
        assertEquals(List.of(), ids(before, "&county=24999"));
        assertEquals(List.of(policy), ids(before, "&factor=LIMITS_ICE_HOLDS"));
        assertEquals(List.of(law, score), ids(before, "&factor=PROHIBITS_ASSISTANCE,NO_287G"));
        assertEquals(List.of(law), ids(before, "&type=atlas.state-law.changed"));
        assertEquals(List.of(law, score), ids(before, "&since=2026-03-02T12:00:00Z"));
        assertEquals(List.of(score), ids(before, "&since=2026-03-03"));
        assertEquals(List.of(), ids(before, "&since=2026-03-04"));
        assertEquals(List.of(score), ids(before, "&state=MD&type=atlas.score.changed&factor=NO_287G"));
        assertEquals(1, page("?state=WY&factor=PROHIBITS_ASSISTANCE").getInt("total"));
        JsonPath cut = given().get("/v1/events?limit=1&state=MD,WY&after=" + before).then()
                .header("Link", containsString("state=MD")).extract().jsonPath();
        assertEquals(Long.toString(before + 1), cut.getString("next"));
    }

    @Test
    void saysWhereItGoesToWhoeverComesWithANumberOfAnotherFeed() {
        JsonPath whole = page("?limit=1");
        long first = Long.parseLong(whole.getString("first"));
        for (long strange : new long[] { 1, first - 2, last() + 1_000_000, 9_999_999_999_999_999L }) {
            given().get("/v1/events?after=" + strange).then().statusCode(410).contentType("application/problem+json")
                    .header("Cache-Control", "no-store").body("type", equalTo("/problems/gone")).body("status", equalTo(410))
                    .body("requestId", matchesPattern("[0-9a-f-]{36}")).body("first", equalTo(Long.toString(first)))
                    .body("last", matchesPattern("\\d{16}"));
        }
    }

    @ParameterizedTest
    @CsvSource({ "after=-1,after", "after=x,after", "after=99999999999999999,after", "limit=0,limit", "limit=501,limit",
            "state=ZZ,state", "state=MD%2C,state", "county=123,county", "factor=ICE,factor", "since=yesterday,since",
            "since=2026-13-01,since", "type=score,type", "type=atlas.county.registered,type", "colour=red,colour",
            "state=,state" })
    void refuses(String query, String field) {
        given().get("/v1/events?" + query).then().statusCode(400).contentType("application/problem+json")
                .body("errors[0].field", equalTo(field));
        if (!field.equals("limit")) {
            given().get("/v1/events/stream?" + query).then().statusCode(400).contentType("application/problem+json")
                    .body("errors[0].field", equalTo(field));
        }
    }

    @Test
    void namesTheTypesThatThereAre() {
        given().get("/v1/events?type=score").then().statusCode(400).body("errors[0].message", equalTo(
                "must be one of atlas.county-policy.changed, atlas.state-law.changed, atlas.score.changed"));
    }

    @Test
    void isReadByPagesOfAnyOriginAndAgainOnlyWhenItChanged() {
        String query = "/v1/events?limit=1&after=" + before;
        String tag = given().header("Origin", "https://example.org").get(query).then().statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Cache-Control", "public, max-age=0, s-maxage=10, must-revalidate").extract().header("ETag");
        given().header("If-None-Match", tag).get(query).then().statusCode(304);
        String id = changes.policy("24035", "MD", "NO_287G");
        awaitNumber(id, before);
        given().header("If-None-Match", tag).get(query).then().statusCode(200);
        given().header("Authorization", "Bearer " + Keys.ofMaryland()).get(query).then().statusCode(200);
        given().header("Authorization", "Bearer atlas_wrong").get(query).then().statusCode(401);
        given().head(query).then().statusCode(200);
        given().post("/v1/events").then().statusCode(405);
    }

    @Test
    void firstNumberIsTheTimeOfItsMaking() {
        long first = Long.parseLong(page("?limit=1").getString("first"));
        assertTrue(first > 1_767_225_600_000_000L && first < 1L << 53, "first is " + first);
        assertTrue(first <= System.currentTimeMillis() * 1_000 + 1_000, "first is " + first);
    }
}
