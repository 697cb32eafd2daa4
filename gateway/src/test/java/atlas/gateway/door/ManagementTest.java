package atlas.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;

@GatewayTest
class ManagementTest {

    @ConfigProperty(name = "quarkus.management.test-port")
    int port;

    @Test
    void isReadyWithItsRoutesAndWellWithItsServers() {
        given().port(port).get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP")).body("checks.name",
                hasItems("published operations")).body("checks.name", not(hasItems("Database connections health check")));
        given().port(port).get("/q/health/well").then().body("checks.name", hasItems("database", "Kafka"));
    }

    @Test
    void measuresByRouteAndNeverByCountyOrKey() {
        given().get("/v1/counties/24031").then().statusCode(200);
        given().header("Authorization", "Bearer " + Keys.admin()).get("/v1/counties/48201").then().statusCode(200);
        given().get("/v1/counties/24031?x=1").then().statusCode(400);
        given().get("/v1/nothing-of-the-kind").then().statusCode(404);
        String metrics = given().port(port).get("/q/metrics").then().statusCode(200).extract().asString();
        assertTrue(metrics.contains(
                "atlas_gateway_requests_seconds_count{route=\"/v1/counties/{fips}\",status=\"2xx\",upstream=\"scoring-service\"}"),
                metrics);
        assertTrue(metrics.contains(
                "atlas_gateway_requests_seconds_count{route=\"/v1/counties/{fips}\",status=\"4xx\",upstream=\"scoring-service\"}"),
                metrics);
        assertTrue(metrics.contains("atlas_gateway_requests_seconds_count{route=\"unknown\",status=\"4xx\",upstream=\"none\"}"),
                metrics);
        assertFalse(metrics.contains("24031") || metrics.contains("48201") || metrics.contains(Keys.admin().substring(6, 16)));
    }
}
