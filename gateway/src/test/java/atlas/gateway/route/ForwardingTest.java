package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import io.restassured.response.Response;

@GatewayTest
class ForwardingTest {

    @ParameterizedTest
    @CsvSource({ "/v1/counties,scoring-service", "/v1/counties/24031?as_of=2019-12-17,scoring-service",
            "/v1/counties/24031/policies,county-service", "/v1/policies/7,county-service", "/v1/policies/count,county-service",
            "/v1/laws?state=MD&limit=3,state-law-service", "/v1/states/MD/laws,state-law-service" })
    void asksTheServiceThatOwnsTheAnswer(String uri, String service) {
        given().get(uri).then().statusCode(200).contentType("application/json").body("service", equalTo(service))
                .body("method", equalTo("GET")).body("uri", equalTo(uri)).body("claims.aud", equalTo(service));
    }

    @Test
    void showsAStrangerAsAnonymousWithoutScopes() {
        given().get("/v1/laws").then().statusCode(200).body("claims.iss", equalTo("atlas-gateway"))
                .body("claims.sub", equalTo("anonymous")).body("claims.groups", empty()).body("claims.states", empty())
                .body("claims.counties", empty()).body("claims.org", nullValue());
    }

    @Test
    void showsAPartnerWithItsScopesAndStates() {
        String key = Keys.ofMaryland();
        given().header("Authorization", "Bearer " + key).get("/v1/laws").then().statusCode(200)
                .body("claims.sub", equalTo(key.substring(6, 16)))
                .body("claims.groups", containsInAnyOrder("policies:write", "laws:write"))
                .body("claims.states", equalTo(List.of("MD"))).body("claims.counties", empty())
                .body("claims.org", equalTo("Demo Partner Maryland"));
    }

    @Test
    void givesTokensAMinuteToLive() {
        var claims = given().get("/v1/laws").then().extract().jsonPath();
        assertEquals(60, claims.getInt("claims.exp") - claims.getInt("claims.iat"));
    }

    @Test
    void passesABodyWithTheHeadersThatTheDocumentNames() {
        given().header("Authorization", "Bearer " + Keys.admin()).header("If-Match", "\"3\"").header("Idempotency-Key", "k-1")
                .contentType("application/json").body("{\"title\":\"Ü\"}").put("/v1/policies/7").then().statusCode(200)
                .body("method", equalTo("PUT")).body("body", equalTo("{\"title\":\"Ü\"}"))
                .body("headers.'if-match'", equalTo(List.of("\"3\"")))
                .body("headers.'idempotency-key'", equalTo(List.of("k-1")))
                .body("headers.'content-type'[0]", startsWith("application/json"));
    }

    @Test
    void keepsFromTheServicesWhatAStrangerClaims() {
        given().header("X-Forwarded-For", "10.0.0.1").header("Forwarded", "for=10.0.0.1").header("X-Internal-Role", "admin")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01").header("X-Request-Id", "mine")
                .header("Connection", "X-Named, keep-alive").header("X-Named", "1").header("TE", "trailers")
                .header("Cookie", "a=b")
                .header("If-None-Match", "\"x\"").header("X-HTTP-Method-Override", "DELETE").get("/v1/laws").then()
                .statusCode(200)
                .body("headers.keySet()", containsInAnyOrder("host", "accept", "authorization", "x-request-id"))
                .body("headers.'x-request-id'[0]", not(equalTo("mine")));
    }

    @Test
    void namesEveryRequestAnewTowardsTheServiceAndTheCaller() {
        var first = given().get("/v1/laws");
        var second = given().get("/v1/laws");
        assertEquals(first.header("X-Request-Id"), first.jsonPath().getString("headers.'x-request-id'[0]"));
        assertNotEquals(first.header("X-Request-Id"), second.header("X-Request-Id"));
    }

    @Test
    void keepsFromTheCallerWhatConcernsTheConnectionOrTheService() {
        var headers = given().get("/v1/acts/chatty").then().statusCode(200).extract().headers();
        for (String name : new String[] { "X-Hop", "Server", "Set-Cookie", "Keep-Alive", "Connection" }) {
            assertTrue(!headers.hasHeaderWithName(name), name);
        }
    }

    @Test
    void tellsWhereANewThingIsByItsPathAlone() {
        post("/v1/acts/created").then().statusCode(201).header("Location", "/v1/policies/7?as_of=2019-12-17")
                .header("ETag", "\"1\"").header("Cache-Control", "no-store");
    }

    @Test
    void passesAnAnswerWithoutContent() {
        given().header("Authorization", "Bearer " + Keys.admin()).get("/v1/acts/nothing").then().statusCode(204)
                .body(equalTo(""));
    }

    @Test
    void passesLinksToTheNextPage() {
        given().get("/v1/acts/paged").then().statusCode(200).header("Link", "</v1/laws?cursor=x>; rel=\"next\"");
    }

    @Test
    void passesLargeAnswers() {
        assertEquals(3_000_011, given().get("/v1/acts/large").then().statusCode(200).extract().asByteArray().length);
    }

    @Test
    void takesASimulationFromAnybodyBecauseItChangesNothing() {
        given().contentType("application/json").body("{}").post("/v1/simulations").then().statusCode(200)
                .body("claims.sub", equalTo("anonymous"));
    }

    @Test
    void doesNotReachWhatIsNotPublic() {
        given().header("Authorization", "Bearer " + Keys.admin()).post("/internal/rebuild").then().statusCode(404);
    }

    @Test
    void answersInTheMediaTypeThatIsPreferredAndOffered() {
        given().header("Accept", "text/csv, application/json;q=0.5").get("/v1/counties").then().statusCode(200)
                .body("headers.accept", equalTo(List.of("text/csv")));
        given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").get("/v1/counties").then().statusCode(200)
                .body("headers.accept", equalTo(List.of("application/json")));
    }

    @Test
    void passesARefusalOfTheServiceUnchanged() {
        post("/v1/acts/forbidden").then().statusCode(403).contentType("application/problem+json")
                .body("detail", equalTo("not your state")).body("$", not(hasKey("requestId")));
    }

    @Test
    void putsARefusalWithoutWordsIntoWords() {
        given().get("/v1/acts/bare").then().statusCode(404).contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found")).body("requestId", hasLength(36));
        given().get("/v1/acts/web-page").then().statusCode(500).contentType("application/problem+json")
                .body("type", equalTo("/problems/internal")).body("detail", not(equalTo("at line 17")));
    }

    private static Response post(String path) {
        return given().header("Authorization", "Bearer " + Keys.admin()).contentType("application/json").body("{}").post(path);
    }
}
