package atlas.gateway.testing;

import static io.restassured.RestAssured.given;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.path.json.JsonPath;

/** The stand-in of a service, as a test tells it what to say. */
public enum StandIn {
    COUNTY("county"),
    STATE_LAW("state-law"),
    SCORING("scoring");

    private final String name;

    StandIn(String name) {
        this.name = name;
    }

    /** A list that it has, in its order. */
    public void has(String path, Map<?, ?>... items) {
        tell(Map.of("request", "GET " + path, "items", List.of(items)));
    }

    public void says(String request, int status, String body) {
        tell(Map.of("request", request, "status", status, "body", body.replace('\'', '"')));
    }

    /** Breaks off whenever it is asked. */
    public void isAwayFor(String request) {
        tell(Map.of("request", request, "away", true));
    }

    /** What it was asked of all that it was told about: service, method, uri, headers, claims, body. */
    public JsonPath asked() {
        return given().get(address()).jsonPath();
    }

    public static void forget() {
        for (StandIn one : values()) {
            given().delete(one.address()).then().statusCode(200);
        }
    }

    private void tell(Map<String, Object> what) {
        given().contentType("application/json").body(what).put(address()).then().statusCode(200);
    }

    private String address() {
        return ConfigProvider.getConfig().getValue("atlas.upstream." + name + ".url", String.class) + Told.CONTROL;
    }
}
