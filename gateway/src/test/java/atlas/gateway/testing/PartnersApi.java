package atlas.gateway.testing;

import java.util.UUID;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Partners and keys as an administrator asks for them, in the words of the wire. */
public final class PartnersApi {

    /** The claims that a service behind the gateway sees are those of a read of laws. */
    public static final String SOMEWHERE = "/v1/laws";

    private PartnersApi() {
    }

    public static RequestSpecification admin() {
        return with(Keys.admin());
    }

    public static RequestSpecification with(String key) {
        return RestAssured.given().header("Authorization", "Bearer " + key);
    }

    public static RequestSpecification saying(String body) {
        return admin().contentType("application/json").body(body.replace('\'', '"'));
    }

    /** A body with a name that nobody else has; the rest is members of the object. */
    public static String described(String rest) {
        return "{'name': 'Partner " + UUID.randomUUID() + "', 'review': 'TRUSTED', " + rest + "}";
    }

    /** A partner that may write policies and laws of Maryland and of Arlington in Virginia. */
    public static JsonPath partner() {
        return partner("'scopes': ['policies:write', 'laws:write'], 'states': ['MD'], 'counties': ['51013']");
    }

    public static JsonPath partner(String rest) {
        return saying(described(rest)).post("/v1/partners").then().statusCode(201).extract().jsonPath();
    }

    public static Response give(String partner, String body) {
        return saying(body).post("/v1/partners/" + partner + "/keys");
    }

    public static JsonPath given(String partner, String body) {
        return give(partner, body).then().statusCode(201).extract().jsonPath();
    }

    public static Response read(String key) {
        return with(key).get(SOMEWHERE);
    }
}
