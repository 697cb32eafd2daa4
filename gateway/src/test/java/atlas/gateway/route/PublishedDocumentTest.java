package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.service.problem.FieldError;
import atlas.service.problem.Problem;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@GatewayTest
class PublishedDocumentTest {

    @Inject
    PublishedApi published;

    @Inject
    ObjectMapper json;

    @Test
    void documentsEveryRouteAndRoutesEveryOperation() throws IOException {
        Set<String> routes = published.routes().operations().stream()
                .map(route -> route.method().toLowerCase() + " " + route.template())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        document().path("paths").fields().forEachRemaining(
                path -> path.getValue().fieldNames().forEachRemaining(method -> documented.add(method + " " + path.getKey())));
        assertEquals(documented, routes);
        assertEquals(19 + 11 + 7 + 4 + 5 + 3 + 3 + 10 + 2 + 3, routes.size());
        // what passes imports tells of them, not of the request: see UploadTest and DownloadTest
        List<String> echoed = routes.stream().filter(route -> isForwarded(route) && !route.contains("/v1/imports")
                && !route.contains("/v1/events") && !route.contains("/v1/exports")).toList();
        for (String route : echoed) {
            String[] words = route.split(" ");
            Response answer = send(words[0].toUpperCase(), words[1].replace("{act}", "echo").replaceAll("\\{[^}]*}", "24031"));
            assertTrue(answer.statusCode() < 300, route);
            assertEquals(words[0].toUpperCase(), answer.jsonPath().getString("method"), route);
        }
    }

    @Test
    void wantsKeysForWritesAndNoneForReads() throws IOException {
        document().path("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(operation -> {
            boolean write = !operation.getKey().equals("get") && !path.getKey().equals("/v1/simulations");
            if (path.getKey().equals("/v1/imports")) {
                assertEquals("[\"policies:write\",\"admin\"]", operation.getValue().path("x-scopes").toString());
                return;
            }
            boolean own = !isForwarded(path.getKey());
            assertEquals(write || own ? "[{\"apiKey\":[]}]" : "", operation.getValue().path("security").toString(),
                    path.getKey());
            if (!path.getKey().startsWith("/v1/submissions") && !path.getKey().startsWith("/v1/webhooks")) { // various scopes
                assertEquals(own ? "[\"admin\"]" : "", operation.getValue().path("x-scopes").toString(), path.getKey());
            }
            assertFalse(operation.getValue().has("x-anonymous"));
        }));
        assertEquals("[apiKey]", names(document().at("/components/securitySchemes")).toString());
    }

    @Test
    void describesWhatEveryOperationCanAnswer() throws IOException {
        JsonNode put = operation("/v1/policies/{id}", "put");
        assertEquals("[200, 400, 401, 403, 404, 406, 409, 412, 413, 415, 422, 428, 429, 503, 504]",
                names(put.path("responses")).toString());
        assertEquals("[200, 304, 400, 401, 406, 429, 503, 504]",
                names(operation("/v1/counties", "get").path("responses")).toString());
        assertEquals("#/components/responses/Forbidden",
                operation("/v1/counties/{fips}/policies", "post").at("/responses/403/$ref").asText());
        assertEquals("#/components/schemas/Problem",
                document().at("/components/responses/Forbidden/content/application~1problem+json/schema/$ref").asText());
    }

    @Test
    void sharesTheParametersOfWrites() throws IOException {
        assertEquals("[#/components/parameters/IfMatch, #/components/parameters/IdempotencyKey]",
                operation("/v1/policies/{id}", "put").path("parameters").findValuesAsText("$ref").toString());
        assertEquals("[#/components/parameters/IdempotencyKey]",
                operation("/v1/laws", "post").path("parameters").findValuesAsText("$ref").toString());
        assertTrue(operation("/v1/simulations", "post").path("parameters").isMissingNode());
    }

    @Test
    void describesTheHeadersOfAnswers() throws IOException {
        assertEquals("[X-Request-Id, ETag, Link, Cache-Control, RateLimit, RateLimit-Policy]",
                names(operation("/v1/counties", "get").at("/responses/200/headers")).toString());
        assertEquals("[X-Request-Id, ETag, Cache-Control, RateLimit, RateLimit-Policy]",
                names(operation("/v1/counties/{fips}", "get").at("/responses/200/headers")).toString());
        assertEquals("[X-Request-Id, ETag, Location]",
                names(operation("/v1/laws", "post").at("/responses/201/headers")).toString());
    }

    @Test
    void hasNoReferenceThatLeadsNowhere() throws IOException {
        JsonNode document = document();
        Set<String> references = new HashSet<>(document.findValuesAsText("$ref"));
        assertFalse(references.isEmpty());
        references.forEach(reference -> assertFalse(document.at(reference.substring(1)).isMissingNode(), reference));
    }

    @Test
    void hasNoComponentThatNothingLeadsTo() throws IOException {
        Set<String> references = new HashSet<>(document().findValuesAsText("$ref"));
        document().path("components").fields()
                .forEachRemaining(section -> section.getValue().fieldNames().forEachRemaining(name -> assertTrue(
                        section.getKey().equals("securitySchemes")
                                || references.contains("#/components/" + section.getKey() + "/" + name),
                        name)));
        assertFalse(names(document().at("/components/schemas")).contains("Policy"), "the county-service has it for itself");
    }

    @Test
    void describesProblemsAsTheyAre() throws IOException {
        assertEquals(components(Problem.class), new TreeSet<>(names(document().at("/components/schemas/Problem/properties"))));
        assertEquals(components(FieldError.class),
                new TreeSet<>(names(document().at("/components/schemas/FieldError/properties"))));
    }

    @Test
    void comesAsJsonOrYaml() throws IOException {
        String yaml = given().get("/openapi?format=yaml").then().statusCode(200).contentType("application/yaml").extract()
                .asString();
        assertEquals(document(), new YAMLMapper().readTree(yaml));
        given().header("Accept", "application/yaml").get("/openapi").then().statusCode(200).body(startsWith("openapi: "));
        given().header("Accept", "application/yaml").get("/openapi?format=json").then().statusCode(200)
                .contentType("application/json")
                .body("openapi", equalTo("3.1.0"));
        given().get("/openapi?format=xml").then().statusCode(400).body("errors[0].field", equalTo("format"));
        given().get("/openapi?fromat=yaml").then().statusCode(400).body("errors[0].message",
                containsString("did you mean format?"));
        given().header("Accept", "text/html").get("/openapi").then().statusCode(406);
    }

    @Test
    void answers304WhenItIsTheSame() {
        String tag = given().get("/openapi").header("ETag");
        given().header("If-None-Match", tag).get("/openapi").then().statusCode(304);
        given().get("/openapi?format=yaml").then().header("ETag", not(equalTo(tag)));
        given().head("/openapi").then().statusCode(200).header("ETag", tag).header("Content-Type",
                startsWith("application/json"));
        given().header("If-None-Match", "\"x\", W/" + tag).head("/openapi").then().statusCode(304).header("ETag", tag);
    }

    /** Whether a service that the tests stand in for answers; what is the gateway's own has tests of its own. */
    private static boolean isForwarded(String route) {
        return Stream.of("/v1/partners", "/v1/keys", "/v1/submissions", "/v1/audit", "/v1/admin", "/v1/webhooks")
                .noneMatch(route::contains);
    }

    private JsonNode document() throws IOException {
        return json
                .readTree(given().get("/openapi").then().statusCode(200).contentType("application/json").extract().asString());
    }

    private JsonNode operation(String path, String method) throws IOException {
        return document().path("paths").path(path).path(method);
    }

    private static Response send(String method, String path) {
        RequestSpecification request = given().header("Authorization", "Bearer " + Keys.admin());
        return method.equals("GET") || method.equals("DELETE") ? request.request(method, path)
                : request.contentType("application/json").body("{}").request(method, path);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
