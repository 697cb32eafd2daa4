package atlas.gateway.limit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.StandingTime;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Thirty reads a minute, of an address that each test has for itself: all of 127/8 are this machine's. */
@GatewayTest
@TestProfile(LimitsTest.Counted.class)
class ReadLimitsTest implements StandingTime {

    private static final int MOST = 30;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void countsTheReadsOfAnAddressAndTakesNothingFromItsKeys() {
        RequestSpecification stranger = from("127.0.0.11");
        stranger.get("/v1/laws").then().statusCode(200).header("RateLimit-Policy", "\"anonymous\";q=30;w=60")
                .header("RateLimit", matchesPattern("\"anonymous\";r=29;t=[1-3]"));
        Response refused = useUp("127.0.0.11");
        refused.then().statusCode(429).contentType("application/problem+json").header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/too-many-requests")).body("detail", containsString("30"))
                .header("RateLimit-Policy", "\"anonymous\";q=30;w=60")
                .header("RateLimit", matchesPattern("\"anonymous\";r=0;t=\\d+"));
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 2, seconds + " s");
        from("127.0.0.11").header("Authorization", "Bearer " + Keys.ofMaryland()).get("/v1/laws").then().statusCode(200)
                .header("RateLimit-Policy", "\"key\";q=30;w=60");
        from("127.0.0.12").get("/v1/laws").then().statusCode(200);
        String metrics = RestAssured.given().port(managementPort).get("/q/metrics").asString();
        assertTrue(metrics.contains("atlas_limits_refused_total{limit=\"anonymous\"}"), metrics);
        assertFalse(metrics.contains("127.0.0.11"), metrics);
    }

    @Test
    void countsAKeyWhereverItIsUsed() {
        String key = "Bearer " + Keys.of("reviewer");
        Response last = null;
        for (int i = 0; i < MOST + 3; i++) {
            last = from("127.0.0." + (21 + i % 2)).header("Authorization", key).get("/v1/laws");
        }
        last.then().statusCode(429).header("RateLimit-Policy", "\"key\";q=30;w=60");
        from("127.0.0.21").get("/v1/laws").then().statusCode(200);
    }

    @Test
    void takesATenthForWhatTheCallerHas() {
        String tag = from("127.0.0.31").get("/v1/acts/same").header("ETag");
        for (int i = 0; i < 5 * MOST; i++) {
            from("127.0.0.31").header("If-None-Match", tag).get("/v1/acts/same").then().statusCode(304)
                    .header("RateLimit", matchesPattern("\"anonymous\";r=\\d+;t=\\d+"));
        }
        assertTrue(left(from("127.0.0.31").get("/v1/laws")) > MOST / 3);
    }

    @Test
    void countsWhatIsRefusedToo() {
        String address = "127.0.0.41";
        from(address).get("/v1/laws?nonsense=1").then().statusCode(400);
        from(address).get("/v1/nothing").then().statusCode(404);
        from(address).delete("/v1/laws").then().statusCode(405);
        from(address).get("/v1/partners").then().statusCode(401);
        from(address).contentType("application/json").body("{}").post("/v1/laws").then().statusCode(401);
        int left = left(from(address).head("/v1/laws"));
        assertTrue(left >= MOST - 6 && left < MOST - 3, left + " left");
        useUp(address);
        from(address).get("/v1/nothing").then().statusCode(429);
        from(address).head("/v1/laws").then().statusCode(429);
    }

    @Test
    void countsNoPageAndNoStream() {
        useUp("127.0.0.51");
        for (String path : new String[] { "/", "/openapi", "/docs", "/problems/too-many-requests" }) {
            from("127.0.0.51").get(path).then().statusCode(200).header("RateLimit", nullValue())
                    // this gateway is public over TLS
                    .header("Strict-Transport-Security", "max-age=31536000");
        }
        from("127.0.0.51").head("/v1/events/stream").then().statusCode(200);
        from("127.0.0.51").options("/v1/laws").then().statusCode(204);
    }

    @Test
    void believesNobodyWhereARequestCameFrom() {
        int before = left(from("127.0.0.61").get("/v1/laws"));
        for (int i = 0; i < 5; i++) {
            from("127.0.0.61").header("X-Forwarded-For", "203.0.113." + i).header("Forwarded", "for=203.0.113." + i)
                    .header("X-Real-IP", "203.0.113." + i).get("/v1/laws").then().statusCode(200);
        }
        assertTrue(left(from("127.0.0.61").get("/v1/laws")) < before - 4, "one bucket");
    }

    @Test
    void believesItsProxy() {
        for (String address : new String[] { "203.0.113.1", "2001:db8:0:1::1" }) {
            assertEquals(MOST - 1, left(from(LimitsTest.PROXY).header("X-Forwarded-For", address).get("/v1/laws")), address);
        }
        assertEquals(MOST - 2,
                left(from(LimitsTest.PROXY).header("X-Forwarded-For", "2001:db8:0:1:ffff::2").get("/v1/laws")),
                "the same /64");
    }

    private static Response useUp(String address) {
        Response last = null;
        for (int i = 0; i < MOST + 3; i++) {
            last = from(address).get("/v1/laws");
        }
        return last;
    }

    private static int left(Response answer) {
        return Integer.parseInt(answer.header("RateLimit").replaceAll(".*r=(\\d+);.*", "$1"));
    }

    private static RequestSpecification from(String address) {
        try {
            return RestAssured.given().config(RestAssured.config().httpClient(HttpClientConfig.httpClientConfig()
                    .setParam("http.route.local-address", InetAddress.getByName(address))));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
