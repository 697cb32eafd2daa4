package atlas.statelaw;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.junit.QuarkusTest;

/** All versions of all laws in one read. */
@QuarkusTest
@LawServers
class WholeLawsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void giveWhatTheListGives() throws Exception {
        String law = Calls.recorded(Said.mandate("Whole"));
        Calls.writer().header("If-Match", "\"1\"").delete(law + "?reason=whole").then().statusCode(200);

        List<JsonNode> all = lines("");

        JsonNode list = JSON.readTree(
                Calls.reader().get("/v1/laws?include=history&limit=500").then().statusCode(200).extract().asString());
        List<JsonNode> items = new ArrayList<>();
        list.path("items").forEach(items::add);
        assertEquals(items, all);
        assertEquals(2, all.stream().filter(one -> law.endsWith(one.path("id").asText())).count());
        String recordedAt = all.stream().filter(one -> law.endsWith(one.path("id").asText())).findFirst().orElseThrow()
                .path("recordedAt").asText();
        assertEquals(1, lines("?known_at=" + recordedAt).stream().filter(one -> law.endsWith(one.path("id").asText())).count());
    }

    @Test
    void areForTheGatewayAlone() {
        given().get("/internal/laws").then().statusCode(401);
    }

    private static List<JsonNode> lines(String query) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Calls.reader().urlEncodingEnabled(false).get("/internal/laws" + query).then().statusCode(200)
                .contentType("application/x-ndjson").extract().asString().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
