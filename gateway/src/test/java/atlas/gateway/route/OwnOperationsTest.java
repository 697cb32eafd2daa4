package atlas.gateway.route;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.with;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import atlas.gateway.key.Caller;
import atlas.gateway.partner.Grant;
import atlas.gateway.partner.Places;
import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.RawHttp;
import atlas.gateway.token.InternalTokens;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What is the gateway's own is behind the same door as what is a service's. */
@GatewayTest
class OwnOperationsTest {

    @Inject
    PublishedApi published;

    @Inject
    InternalTokens tokens;

    @Inject
    ObjectMapper json;

    @Test
    void areForAdministratorsOnlyUnlessTheyAreForOthersToo() {
        List<Operation> own = forAdministrators();
        assertEquals(11 + 4 + 5 + 3, own.size());
        for (Operation operation : own) {
            String name = operation.method() + " " + operation.template();
            assertEquals(401, send(given(), operation).statusCode(), name);
            assertEquals(401, send(with("atlas_x"), operation).statusCode(), name);
            for (String role : new String[] { "partner-md", "partner-reviewed", "reviewer" }) {
                Response refused = send(with(Keys.of(role)), operation);
                assertEquals(403, refused.statusCode(), name);
                assertEquals("application/problem+json", refused.contentType().split(";")[0]);
                assertEquals("/problems/forbidden", refused.path("type"));
            }
            assertNotEquals(403, send(admin(), operation).statusCode(), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/v1/partners;x=1", "/v1;x/partners", "/v1//partners", "//v1/partners", "/v1/%70artners;x",
            "/v1/%2e/partners", "/v1/./partners", "/v1/x/../partners", "/v1/partners/", "/v1/partners%2f", "/V1/partners",
            "/v1/partners/..;/partners", "/v1\\partners", "/v1/partners%00", "/q/../v1/partners", "/v1/%70artners",
            "/v1/keys;a/0123456789", "/v1/counties/%2e%2e/partners", "http://localhost/v1/partners",
            "http://localhost//v1/partners" })
    void cannotBeReachedAroundTheDoor(String path) throws IOException {
        String forged = "Bearer " + tokens.token(
                new Caller("admin", null, new Grant(Set.of("admin"), new Places(Set.of(), Set.of()))),
                "gateway");
        for (String authorization : new String[] { "", "Authorization: " + forged + "\r\n" }) {
            RawHttp answer = RawHttp.send(RestAssured.port,
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "Connection: close\r\n\r\n");
            assertTrue(List.of(400, 401, 404).contains(answer.status()), path + ": " + answer);
            assertFalse(answer.says("\"items\""), path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "/behind-the-door", "/v1/behind-the-door", "/behind-the-door/", "//behind-the-door",
            "/behind-the-door;x" })
    void areAllThatIsThereBehindTheDoor(String path) throws IOException {
        for (String authorization : new String[] { "", "Authorization: Bearer " + Keys.admin() + "\r\n" }) {
            RawHttp answer = RawHttp.send(RestAssured.port,
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization + "Connection: close\r\n\r\n");
            assertTrue(List.of(400, 404).contains(answer.status()), path + ": " + answer);
            assertFalse(answer.says("reached"), path);
        }
    }

    @Test
    void takeNoTokenOfOursFromOutside() {
        String own = tokens.token(new Caller("x", null, new Grant(Set.of("admin"), admins())), "gateway");
        given().header("Authorization", "Bearer " + own).get("/v1/partners").then().statusCode(401);
        given().header("Authorization", "Bearer " + own).get("/nothing").then().statusCode(404);
        given().header("Authorization", "Bearer " + own).get("/q/openapi").then().statusCode(404);
    }

    @Test
    void seeNoHeadersThatAStrangerClaims() {
        admin().header("X-Forwarded-Prefix", "/elsewhere").header("X-HTTP-Method-Override", "DELETE")
                .header("X-Request-Id", "mine").get("/v1/partners?limit=1").then().statusCode(200);
        admin().header("Accept", "text/html").get("/v1/partners").then().statusCode(406);
        admin().contentType("application/json").body("{\"x\":\"" + "y".repeat(1_100_000) + "\"}").post("/v1/partners").then()
                .statusCode(413);
        admin().body("{}").contentType("application/json").delete("/v1/keys/0123456789").then().statusCode(400)
                .body("errors[0].field", equalTo("body"));
    }

    @Test
    void readABodyOfUnknownLengthByTheDoorsRules() throws IOException {
        String start = "POST /v1/partners HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Keys.admin()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
        RawHttp whole = RawHttp.send(RestAssured.port, start + "2\r\n{}\r\n0\r\n\r\n");
        assertEquals(400, whole.status());
        assertTrue(whole.says("is required"), whole.toString());
        RawHttp never = RawHttp.patiently(RestAssured.port, start + "2\r\n{");
        assertEquals(400, never.status());
        assertTrue(never.says("did not arrive"), never.toString());
    }

    @Test
    void answerOptionsAndOtherMethodsAsAllDo() {
        given().options("/v1/partners").then().statusCode(204).header("Allow", "GET, HEAD, POST, OPTIONS");
        admin().delete("/v1/partners").then().statusCode(405).header("Allow", containsString("GET, HEAD, POST"));
    }

    @Test
    void areDescribedWithTheirScopeAndExamples() throws IOException {
        for (Operation operation : forAdministrators()) {
            JsonNode described = published.document().path("paths").path(operation.template())
                    .path(operation.method().toLowerCase());
            assertEquals("[{\"apiKey\":[]}]", described.path("security").toString());
            assertEquals("[\"admin\"]", described.path("x-scopes").toString());
            assertTrue(described.path("description").asText().endsWith("Needs a key with the scope `admin`."));
            assertTrue(described.path("responses").has("403") && described.path("responses").has("429"), operation.template());
            assertFalse(described.path("description").asText().isEmpty(), operation.template());
        }
        JsonNode schemas = published.document().at("/components/schemas");
        for (String schema : new String[] { "DescribePartner", "DescribeKey", "Partner", "ApiKey", "GivenKey" }) {
            assertTrue(schemas.path(schema).findValues("examples").size() > 2, schema);
        }
        assertTrue(schemas.path("GivenKey").path("properties").has("key"));
        assertFalse(schemas.path("ApiKey").path("properties").has("key"));
    }

    @Test
    void areDescribedAsTheyAreBuilt() throws IOException {
        JsonNode built = json.readTree(Files.readString(Path.of("target/openapi/openapi.json")));
        JsonNode kept = json.readTree(Files.readString(Path.of("src/main/resources/openapi/gateway/openapi.json")));
        assertTrue(built.path("paths").equals(kept.path("paths")) && built.path("components").equals(kept.path("components")),
                "the operations changed: build once (mvn package), which writes openapi/gateway/openapi.json anew");
    }

    private static Places admins() {
        return new Places(Set.of(), Set.of());
    }

    private List<Operation> forAdministrators() {
        return published.routes().operations().stream().filter(one -> one.service() == ServiceName.GATEWAY)
                .filter(one -> Stream.of("/v1/submissions", "/v1/events", "/v1/webhooks", "/v1/exports")
                        .noneMatch(one.template()::startsWith))
                .toList();
    }

    private static Response send(RequestSpecification request, Operation operation) {
        String path = operation.template().replace("{id}",
                operation.template().matches(".*(partners|parked-events).*") ? "5f0c2a44-5f3a-4c38-9d19-0d6c6a3a7c11"
                        : "0123456789");
        return operation.body().required()
                ? request.contentType("application/json").body("{}").request(operation.method(), path)
                : request.request(operation.method(), path);
    }
}
