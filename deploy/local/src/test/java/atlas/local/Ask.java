package atlas.local;

import static io.restassured.RestAssured.given;

import java.util.Map;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A request that anybody may try. */
record Ask(String method, String path, String type, String body, Map<String, String> headers) {

    private static final String JSON = "application/json";
    private static final Map<String, String> FIRST_VERSION = Map.of("If-Match", "\"1\"");

    static Ask post(String path, String body) {
        return new Ask("POST", path, JSON, body, Map.of());
    }

    static Ask csv(String body) {
        return new Ask("POST", "/v1/imports", "text/csv", body, Map.of());
    }

    /** Changes what nobody has changed yet. */
    static Ask put(String path, String body) {
        return new Ask("PUT", path, JSON, body, FIRST_VERSION);
    }

    /** Without a version: what has none is replaced. */
    static Ask replace(String path, String body) {
        return new Ask("PUT", path, JSON, body, Map.of());
    }

    static Ask delete(String path) {
        return new Ask("DELETE", path, null, null, path.startsWith("/v1/policies/") || path.startsWith("/v1/laws/")
                ? FIRST_VERSION
                : Map.of());
    }

    /** @param key null for none */
    Response of(String address, String key) {
        RequestSpecification request = given().urlEncodingEnabled(false).headers(headers);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        if (body != null) {
            request.contentType(type.equals(JSON) ? ContentType.JSON : ContentType.TEXT).header("Content-Type", type)
                    .body(body);
        }
        return request.request(method, address + path);
    }
}
