package atlas.county;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.service.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** All versions of all records in one read: more of them than are in memory at a time. */
@QuarkusTest
@CountyServers
class WholePoliciesTest {

    private static final int BATCH = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void giveWhatTheListGivesPageByPage() throws Exception {
        for (int batch = 0; batch < 2; batch++) {
            record("56001");
        }

        List<JsonNode> all = lines("");

        assertTrue(all.size() >= 2 * BATCH);
        assertEquals(pages(), all);
    }

    @Test
    void giveWhatWasKnownThen() throws Exception {
        record("56003");
        List<JsonNode> all = lines("");
        Instant last = all.stream().map(one -> Instant.parse(one.path("recordedAt").asText())).max(Instant::compareTo)
                .orElseThrow();

        List<JsonNode> before = lines("?known_at=" + last.minusNanos(1_000));

        assertFalse(before.stream().anyMatch(one -> Instant.parse(one.path("recordedAt").asText()).equals(last)));
        assertEquals(all.stream().filter(one -> Instant.parse(one.path("recordedAt").asText()).isBefore(last))
                .map(one -> one.path("id").asText()).toList(), before.stream().map(one -> one.path("id").asText()).toList());
    }

    @Test
    void areForTheGatewayAlone() {
        given().get("/internal/policies").then().statusCode(401);
    }

    private static void record(String county) {
        String items = IntStream.range(0, BATCH)
                .mapToObj(item -> Said.because("x", Said.holds("Whole " + item)).replace("\"reason\": \"x\"",
                        "\"county\": \"" + county + "\""))
                .collect(Collectors.joining(","));
        given().urlEncodingEnabled(false).auth().oauth2(TestTokens.admin()).contentType(ContentType.JSON)
                .body("{ \"mode\": \"atomic\", \"items\": [" + items + "] }").post("/v1/policies:batch").then().statusCode(200);
    }

    private static List<JsonNode> lines(String query) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : given().urlEncodingEnabled(false).auth().oauth2(TestTokens.anonymous())
                .get("/internal/policies" + query).then().statusCode(200).contentType("application/x-ndjson").extract()
                .asString()
                .split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<JsonNode> pages() throws Exception {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = JSON.readTree(given().auth().oauth2(TestTokens.anonymous()).queryParam("include", "history")
                    .queryParam("limit", 500)
                    .queryParams(cursor.isEmpty() ? java.util.Map.of() : java.util.Map.of("cursor", cursor))
                    .get("/v1/policies").then().statusCode(200).extract().asString());
            page.path("items").forEach(items::add);
            cursor = page.path("next").textValue();
        }
        return items;
    }
}
