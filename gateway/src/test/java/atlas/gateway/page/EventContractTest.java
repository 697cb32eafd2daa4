package atlas.gateway.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import atlas.gateway.testing.GatewayTest;

@GatewayTest
class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isServedAsJsonAndYaml() throws IOException {
        String json = given().get("/asyncapi").then().statusCode(200).contentType("application/json")
                .header("Access-Control-Allow-Origin", "*").header("Vary", "Accept, Accept-Encoding")
                .body("asyncapi", equalTo("3.0.0"))
                .body("channels.scoreChanges.address", equalTo("score-changes")).extract().asString();
        String yaml = given().header("Accept", "application/yaml").get("/asyncapi").then().statusCode(200)
                .contentType("application/yaml").body(startsWith("asyncapi: ")).extract().asString();

        assertEquals(JSON.readTree(json), new YAMLMapper().readTree(yaml));
        given().get("/asyncapi?format=yaml").then().statusCode(200).contentType("application/yaml").body(equalTo(yaml));
        given().header("Accept", "application/yaml").get("/asyncapi?format=json").then().body(equalTo(json));
    }

    @Test
    void refusesOtherFormsParametersAndMethods() {
        given().get("/asyncapi?format=xml").then().statusCode(400).contentType("application/problem+json")
                .body("errors[0].field", equalTo("format"));
        given().get("/asyncapi?fromat=yaml").then().statusCode(400).body("errors[0].message", containsString("format"));
        given().header("Accept", "text/html").get("/asyncapi").then().statusCode(406);
        given().post("/asyncapi").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        given().get("/schemas/score.changed/99").then().statusCode(404);
    }

    @Test
    void standsForItself() throws IOException {
        JsonNode document = JSON.readTree(given().get("/asyncapi").asString());

        document.findValuesAsText("$ref").forEach(
                reference -> assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference));
    }

    @ParameterizedTest
    @CsvSource({ "event,CloudEvent", "county.registered,CountyRegistered", "county-policy.changed,PolicyChanged",
            "state-law.changed,LawChanged", "score.changed,ScoreChanged" })
    void servesEachSchemaAsItsFile(String name, String title) {
        String path = "/schemas/" + name + "/1";
        String tag = given().get(path).then().statusCode(200).contentType("application/schema+json")
                .header("Access-Control-Allow-Origin", "*").header("Cache-Control", "public, max-age=300")
                .header("ETag", allOf(startsWith("\""), endsWith("\""))).body("title", equalTo(title))
                .body("'$id'", equalTo("urn:sanctuary-atlas:schema:" + name + ":1")).extract().header("ETag");

        given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag).body(equalTo(""));
        given().head(path).then().statusCode(200).header("ETag", tag).body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "score-changes", "FIPS code of the county; the state.s postal code", "atlas.state-law.changed",
            "urn:sanctuary-atlas:schema:county-policy.changed:1", "documentedFactors", "SB 4 \\(2017\\)",
            "the newest message of each key", "GET /v1/events/stream", "too old" })
    void isReadableByPeople(String part) {
        String page = given().get("/docs/events").then().statusCode(200).contentType("text/html;charset=UTF-8").extract()
                .asString();

        assertTrue(Pattern.compile(part).matcher(page).find(), part);
    }

    @Test
    void linksOnlyToWhatIsThere() {
        String page = given().get("/docs/events").then().body(not(containsString("{title}"))).extract().asString();

        Pattern.compile("href=\"#([^\"]+)\"").matcher(page).results().map(link -> link.group(1))
                .forEach(anchor -> assertTrue(page.contains("id=\"" + anchor + "\""), anchor));
        given().get("/docs").then().body(containsString("href=\"/docs/events\""));
        given().get("/").then().body(containsString("href=\"/docs/events\"")).body(containsString("href=\"/asyncapi\""));
    }
}
