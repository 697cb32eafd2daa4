package atlas.scoring.bulk;

import static atlas.scoring.Api.awaitThat;
import static atlas.scoring.Api.get;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.scoring.Given;
import atlas.scoring.ScoringServers;
import atlas.scoring.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
@ScoringServers
class BulkTest {

    private static final Given FIRST = Given.policy(UUID.fromString("0197a000-0000-7000-8000-00000000f001"))
            .with("county", "53033").with("state", "WA").from("2019-01-01").version(1, "2020-02-01T00:00:00Z");
    private static final Given CORRECTED = FIRST.version(2, "2020-07-01T00:00:00Z").from("2019-06-01");
    private static final String BEFORE = "2020-06-30T00:00:00Z";
    private static final String AFTER = "2020-07-01T00:00:00Z";

    @Inject
    Wire wire;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void record() throws Exception {
        wire.registerCounties();
        wire.policy("ADDED", FIRST);
        wire.policy("CORRECTED", CORRECTED);
        awaitThat("/v1/counties/53033/history", "items.from", hasItem("2019-06-01"));
    }

    @Test
    void givesEachCountyAsItStandsInListsWithItsHistory() throws Exception {
        for (String knownAt : List.of(BEFORE, AFTER)) {
            List<JsonNode> lines = lines("?as_of=2019-12-17&known_at=" + knownAt);
            JsonNode line = lines.stream().filter(one -> one.at("/county/fips").asText().equals("53033")).findFirst()
                    .orElseThrow();

            assertEquals(lines.size() - 1, number("/v1/counties?limit=1", "total"));
            assertEquals(
                    json.readTree(get("/v1/counties/53033/history?known_at=" + knownAt).extract().asString()).path("items"),
                    line.path("history"));
            assertEquals("2019-12-17", line.at("/county/asOf").asText());
        }
    }

    @Test
    void tellsOnTheFirstLineAndAloneWhatIsKnown() throws Exception {
        JsonNode before = json.readTree(get("/internal/knowledge?known_at=" + BEFORE).statusCode(200).extract().asString());
        JsonNode after = json.readTree(get("/internal/knowledge?known_at=" + AFTER).statusCode(200).extract().asString());

        assertEquals(after, lines("?known_at=" + AFTER).get(0));
        assertFalse(after.path("knownAt").asText().compareTo(AFTER) > 0);
        assertNotEquals(before.path("policies"), after.path("policies"));
        assertEquals(before.path("policies").path("versions").asInt() + 1, after.path("policies").path("versions").asInt());
        get("/internal/knowledge?known_at=1990-01-01T00:00:00Z").statusCode(200).body("knownAt", nullValue())
                .body("policies.versions", equalTo(0));
    }

    @Test
    void isForTheGatewayAlone() {
        for (String path : List.of("/internal/knowledge", "/internal/counties")) {
            RestAssured.given().get(path).then().statusCode(401);
        }
        get("/internal/counties?known_at=yesterday").statusCode(400);
    }

    private List<JsonNode> lines(String query) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : get("/internal/counties" + query).statusCode(200).contentType("application/x-ndjson").extract()
                .asString().split("\n")) {
            lines.add(json.readTree(line));
        }
        return lines;
    }

    private static long number(String path, String field) {
        return ((Number) get(path).extract().path(field)).longValue();
    }
}
