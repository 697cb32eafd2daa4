package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;

@GatewayTest
class ReadingAgainTest {

    @Test
    void givesEachReadAStrongTagOfItsBytes() {
        String tag = given().get("/v1/acts/same").then().statusCode(200).header("ETag", matchesPattern("\"[A-Za-z0-9_-]{22}\""))
                .header("Cache-Control", "public, max-age=0, s-maxage=10, must-revalidate")
                .header("Vary", "Accept, Accept-Encoding, Authorization").extract().header("ETag");
        given().get("/v1/acts/same").then().header("ETag", tag);
    }

    @ParameterizedTest
    @ValueSource(strings = { "%s", "W/%s", "\"other\", %s", "\"a,b\" ,W/%s", "*" })
    void answers304WhenTheCallerHasIt(String ifNoneMatch) {
        String tag = given().get("/v1/acts/same").header("ETag");
        given().header("If-None-Match", String.format(ifNoneMatch, tag)).get("/v1/acts/same").then().statusCode(304)
                .header("ETag", tag).header("Cache-Control", "public, max-age=0, s-maxage=10, must-revalidate")
                .header("Vary", "Accept, Accept-Encoding, Authorization")
                .header("X-Request-Id", matchesPattern(".{36}"))
                .header("Content-Type", nullValue()).header("Content-Length", nullValue()).body(equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"other\"", "other", "\"", "", "W/", "\"*\"" })
    void answersWhollyWhenTheCallerHasAnother(String ifNoneMatch) {
        given().header("If-None-Match", ifNoneMatch).get("/v1/acts/same").then().statusCode(200).body("always",
                equalTo("the same"));
    }

    @Test
    void leavesTheTagOfAVersionAsItIs() {
        given().get("/v1/acts/versioned").then().statusCode(200).header("ETag", "\"3\"");
        given().header("If-None-Match", "\"3\"").get("/v1/acts/versioned").then().statusCode(304).header("ETag", "\"3\"");
    }

    @Test
    void answersHeadAsGetWithoutTheBody() {
        var get = given().get("/v1/acts/same");
        given().head("/v1/acts/same").then().statusCode(200).header("ETag", get.header("ETag")).contentType("application/json")
                .header("Content-Length", Integer.toString(get.body().asByteArray().length)).body(equalTo(""));
        given().header("If-None-Match", get.header("ETag")).head("/v1/acts/same").then().statusCode(304);
    }

    @Test
    void keepsAnswersToKeysOutOfSharedCaches() {
        given().header("Authorization", "Bearer " + Keys.admin()).get("/v1/acts/same").then().statusCode(200)
                .header("Cache-Control", "private, no-cache");
    }

    @Test
    void leavesToTheServiceWhatMustNotBeKept() {
        given().get("/v1/acts/private").then().statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void givesWritesNoTagOfItsOwn() {
        given().header("Authorization", "Bearer " + Keys.admin()).header("If-None-Match", "*").contentType("application/json")
                .body("{}")
                .post("/v1/acts/echo").then().statusCode(200).header("ETag", nullValue()).header("Cache-Control", "no-store");
    }

    @Test
    void letsPagesOfOtherOriginsReadAnythingWithoutCredentials() {
        for (String path : new String[] { "/v1/acts/same", "/v1/nothing", "/v1/laws;x", "/openapi" }) {
            given().urlEncodingEnabled(false).header("Origin", "https://example.org").get(path).then()
                    .header("Access-Control-Allow-Origin", "*").header("Access-Control-Allow-Credentials", nullValue())
                    .header("Access-Control-Expose-Headers", equalTo("Accept-Ranges, Content-Disposition, "
                            + "Content-Range, Deprecation, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, "
                            + "Sunset, X-Request-Id, X-Total-Count"))
                    .header("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    @Test
    void letsNoPageOfAnotherOriginWrite() {
        given().header("Origin", "https://example.org").header("Authorization", "Bearer " + Keys.admin())
                .contentType("application/json")
                .body("{}").post("/v1/laws").then().statusCode(200).header("Access-Control-Allow-Origin", nullValue())
                .header("Cross-Origin-Resource-Policy", "same-origin");
        given().header("Origin", "https://example.org").header("Access-Control-Request-Method", "POST").options("/v1/laws")
                .then()
                .statusCode(204).header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", "https://example.org").header("Access-Control-Request-Method", "GET").options("/v1/laws")
                .then()
                .statusCode(204).header("Access-Control-Allow-Origin", "*").header("Access-Control-Allow-Methods", "GET, HEAD")
                .header("Access-Control-Allow-Headers", "Accept, If-None-Match, Last-Event-ID");
    }

    @Test
    void keepsPagesToThemselves() {
        given().get("/docs").then().header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin").header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void protectsEveryKindOfAnswer() {
        String tag = given().get("/v1/acts/same").header("ETag");
        int[] statuses = { given().get("/v1/acts/same").statusCode(),
                given().header("If-None-Match", tag).get("/v1/acts/same").statusCode(),
                given().get("/v1/nothing").statusCode(), given().get("/v1/acts/web-page").statusCode() };
        assertEquals("[200, 304, 404, 500]", Arrays.toString(statuses));
        for (String path : new String[] { "/v1/acts/same", "/v1/nothing", "/v1/acts/web-page", "/docs", "/problems/not-found",
                "/openapi" }) {
            for (String known : new String[] { "\"x\"", tag }) {
                given().header("If-None-Match", known).get(path).then().header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "no-referrer")
                        .header("Date", matchesPattern("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"))
                        .header("Strict-Transport-Security", nullValue())
                        .header("Content-Security-Policy", containsString("default-src 'none'"))
                        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
            }
        }
    }
}
