package atlas.gateway.limit;

import static atlas.gateway.testing.PartnersApi.admin;
import static atlas.gateway.testing.PartnersApi.described;
import static atlas.gateway.testing.PartnersApi.partner;
import static atlas.gateway.testing.PartnersApi.read;
import static atlas.gateway.testing.PartnersApi.saying;
import static atlas.gateway.testing.PartnersApi.with;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.Listening;
import atlas.gateway.testing.PartnersApi;
import atlas.gateway.testing.StandingTime;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** The one test that counts what comes from this machine; failed keys come last, since none is heard behind them. */
@GatewayTest
@TestProfile(LimitsTest.Counted.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LimitsTest implements StandingTime {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** An address of this machine whose word is taken for where a request came from. */
    static final String PROXY = "127.0.0.2";

    /** Counts loopback too; Surroundings exempts it for all other tests. */
    public static class Counted implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("atlas.limits.exempt-loopback", "false", "atlas.stream.per-address", "2", "atlas.stream.per-key", "1",
                    "atlas.stream.max", "4", "atlas.public-url", "https://atlas.example", "atlas.limits.anonymous-per-minute",
                    "30", "atlas.limits.key-per-minute", "30",
                    "quarkus.http.proxy.proxy-address-forwarding", "true", "quarkus.http.proxy.trusted-proxies", PROXY);
        }
    }

    @Test
    @Order(1)
    void countsTheWritesOfAPartnerAllItsKeysTogether() {
        JsonPath partner = partner("'scopes': ['laws:write'], 'writesPerMinute': 3");
        String one = PartnersApi.given(partner.getString("id"), "{'name': 'a'}").getString("key");
        String two = PartnersApi.given(partner.getString("id"), "{'name': 'b'}").getString("key");
        write(one).then().statusCode(200).header("RateLimit-Policy", "\"writes\";q=3;w=60")
                .header("RateLimit", matchesPattern("\"writes\";r=2;t=\\d+"));
        write(two).then().statusCode(200);
        write(one).then().statusCode(200);
        Response refused = write(two);
        refused.then().statusCode(429).contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests")).header("RateLimit-Policy", "\"writes\";q=3;w=60")
                .header("RateLimit", matchesPattern("\"writes\";r=0;t=\\d+"));
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 20, seconds + " s");
        read(one).then().statusCode(200).header("RateLimit-Policy", "\"key\";q=30;w=60");
        write(Keys.ofMaryland()).then().statusCode(200).header("RateLimit", nullValue());
        saying(described("'scopes': ['laws:write'], 'writesPerMinute': 5")).header("If-Match", "\"1\"")
                .put("/v1/partners/" + partner.getString("id")).then().statusCode(200);
        write(one).then().statusCode(200).header("RateLimit-Policy", "\"writes\";q=5;w=60");
    }

    @Test
    @Order(2)
    void countsTheStreamsOfAKeyAndOfAnAddressAndAllTogether() {
        String key = "Bearer " + Keys.ofMaryland();
        try (Listening one = listen(); Listening two = listen(); Listening keyed = listen("Authorization", key)) {
            Response refused = given().get("/v1/events/stream");
            refused.then().statusCode(429).contentType("application/problem+json")
                    .body("detail", equalTo("There are 2 streams already from this address."));
            assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
            given().header("Authorization", key).get("/v1/events/stream").then().statusCode(429)
                    .body("detail", equalTo("There are 1 streams already of this key."));
            try (Listening other = listen("Authorization", "Bearer " + Keys.of("partner-tx"))) {
                other.awaitLine(": ok");
                given().header("Authorization", "Bearer " + Keys.admin()).get("/v1/events/stream").then().statusCode(429)
                        .body("detail", equalTo("No more streams can be opened here at the moment."));
            }
            one.close();
            await().atMost(PATIENCE).until(() -> {
                try (Listening again = listen()) {
                    return again.status() == 200;
                }
            });
        }
    }

    private static Listening listen(String... headers) {
        return Listening.to(RestAssured.port, "", headers);
    }

    @Test
    @Order(3)
    void hearsNoMoreKeysFromAnAddressThatTriedTenWrongOnes() {
        for (int i = 0; i < 10; i++) {
            read("atlas_wrong").then().statusCode(401);
        }
        Response refused = read(Keys.admin());
        refused.then().statusCode(429).contentType("application/problem+json");
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 60, seconds + " s");
        admin().get("/v1/partners").then().statusCode(429);
        given().get("/v1/laws").then().statusCode(200);
    }

    private static Response write(String key) {
        return with(key).contentType("application/json").body("{}").post("/v1/laws");
    }
}
