package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.TestClock;
import io.restassured.response.Response;

/** The way out of an operation, by that of the tests which is to go in 2200. */
@GatewayTest
class DeprecationTest {

    private static final Instant SUNSET = Instant.parse("2200-01-01T00:00:00Z");
    private static final List<String> LINKS = List.of("</docs>; rel=\"deprecation\"; type=\"text/html\"",
            "</docs>; rel=\"sunset\"; type=\"text/html\"", "</v1/acts/%s>; rel=\"successor-version\"");

    @Test
    void saysWithEachAnswerSinceWhenAndHowLong() {
        String tag = announced(given().get("/v1/old-acts/same"), 200, "same").header("ETag");
        announced(given().header("If-None-Match", "*").get("/v1/old-acts/same"), 304, "same");
        announced(given().head("/v1/old-acts/same"), 200, "same");
        announced(given().get("/v1/old-acts/same?nonsense=1"), 400, "same");
        assertTrue(tag.startsWith("\""));
    }

    @Test
    void leavesTheLinksOfTheAnswer() {
        Response answer = given().get("/v1/old-acts/paged");
        assertTrue(answer.headers().getValues("Link").contains("</v1/laws?cursor=x>; rel=\"next\""),
                answer.headers().toString());
        announced(answer, 200, "paged");
    }

    @Test
    void saysNothingOfTheKindElsewhere() {
        given().get("/v1/acts/same").then().statusCode(200).header("Deprecation", nullValue()).header("Sunset", nullValue())
                .header("Link", nullValue());
    }

    @Test
    void refusesWhatIsGoneAndNamesWhatTookItsPlace() {
        Duration until = Duration.between(Instant.now(), SUNSET);
        TestClock.later(until.minusHours(1), () -> announced(given().get("/v1/old-acts/same"), 200, "same"));
        TestClock.later(until.plusHours(1), () -> announced(given().get("/v1/old-acts/same"), 410, "same").then()
                .contentType("application/problem+json").body("type", equalTo("/problems/gone"))
                .body("detail", equalTo("This is gone since 2200-01-01. In its place there is /v1/acts/same."))
                .header("Cache-Control", "no-store"));
    }

    @Test
    void isInThePublishedDocument() {
        Map<String, Object> operation = given().get("/openapi").then().extract().path("paths.'/v1/old-acts/{act}'.get");
        assertEquals(true, operation.get("deprecated"));
        assertEquals("2200-01-01", operation.get("x-sunset"));
        assertTrue(operation.toString().contains("Deprecation={$ref=#/components/headers/Deprecation}"), operation.toString());
        assertTrue(operation.toString().contains("410={$ref=#/components/responses/Gone}"), operation.toString());
        given().get("/problems/gone").then().statusCode(200).body(containsString("successor-version"));
    }

    private static Response announced(Response answer, int status, String act) {
        answer.then().statusCode(status).header("Deprecation", "@1767225600").header("Sunset", "Wed, 01 Jan 2200 00:00:00 GMT");
        List<String> links = answer.headers().getValues("Link");
        LINKS.forEach(link -> assertTrue(links.contains(String.format(link, act)), links.toString()));
        return answer;
    }
}
