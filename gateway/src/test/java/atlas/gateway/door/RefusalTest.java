package atlas.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

@GatewayTest
class RefusalTest {

    private static final int MEBIBYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = { "/v1", "/v1/", "/v1/nothing", "/v1/counties/24031/", "/v1/counties/24031/policies/x", "/nothing",
            "/q/health",
            "/q/metrics", "/q/openapi", "/webjars/swagger-ui/5.21.0/index.html", "/docs/", "/docs/index.html",
            "/problems/nothing",
            "/V1/counties", "/favicon.ico" })
    void knowsOnlyItsAddresses(String path) {
        refused(given().get(path), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = { "POST;/v1/counties;GET, HEAD, OPTIONS",
            "DELETE;/v1/counties/24031/policies;GET, HEAD, POST, OPTIONS",
            "PATCH;/v1/policies/7;GET, HEAD, DELETE, PUT, OPTIONS",
            "TRACE;/v1/laws;GET, HEAD, POST, OPTIONS", "PROPFIND;/v1/laws;GET, HEAD, POST, OPTIONS",
            "GET;/v1/simulations;POST, OPTIONS", "POST;/docs;GET, HEAD, OPTIONS", "DELETE;/openapi;GET, HEAD, OPTIONS" })
    void tellsWhichMethodsThereAre(String method, String path, String allowed) {
        refused(given().request(method, path), 405, "method-not-allowed").header("Allow", allowed);
    }

    @Test
    void answersOptionsWithTheMethods() {
        given().options("/v1/policies/7").then().statusCode(204).header("Allow", "GET, HEAD, DELETE, PUT, OPTIONS")
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void refusesAnUnknownParameterAndNamesTheNearestKnownOne() {
        refused(given().get("/v1/counties?as_fo=2019-12-17&stat=GA"), 400, "invalid-input").body("errors", hasSize(2))
                .body("errors[0].field", equalTo("as_fo")).body("errors[0].pointer", nullValue())
                .body("errors[0].message", containsString("did you mean as_of?"))
                .body("errors[0].message", containsString("as_of, cursor, limit, state"))
                .body("errors[1].field", equalTo("stat")).body("errors[1].message", containsString("did you mean state?"));
    }

    @Test
    void refusesAParameterWhereThereAreNone() {
        refused(given().get("/v1/policies/count?x=1"), 400, "invalid-input").body("errors[0].message",
                containsString("takes no parameters"));
    }

    @Test
    void refusesASingleParameterThatIsGivenTwiceAndTakesALongListOfOthers() {
        refused(asItStands().get("/v1/counties?state=GA&state=MD"), 400, "invalid-input").body("errors[0].field",
                equalTo("state"));
        refused(asItStands().get("/v1/counties?state=GA&%73tate=MD"), 400, "invalid-input").body("errors[0].field",
                equalTo("state"));
        asItStands().get("/v1/counties/24031/policies?scope=CITY&scope=COURT").then().statusCode(200);
    }

    @Test
    void refusesACharacterThatNoTextHolds() {
        refused(asItStands().get("/v1/counties?state=M%00D"), 400, "invalid-input").body("errors[0].field", equalTo("state"))
                .body("errors[0].message", containsString("U+0000"));
    }

    @Test
    void refusesAFilterThatNobodyFilledIn() {
        refused(asItStands().get("/v1/counties?state="), 400, "invalid-input").body("errors[0].field", equalTo("state"))
                .body("errors[0].message", containsString("must not be empty"));
        refused(asItStands().get("/v1/counties?state"), 400, "invalid-input").body("errors[0].field", equalTo("state"));
    }

    @Test
    void refusesASemicolonThatAServiceCouldTakeForASeparator() {
        refused(asItStands().get("/v1/counties?state=GA;as_of=2019-01-01"), 400, "invalid-input").body("errors[0].message",
                containsString("%3B"));
    }

    @Test
    void makesNoLongAnswerToAShortRequest() {
        refused(asItStands().get("/v1/counties?" + String.join("&", names(1000))), 400, "invalid-input").body("errors",
                hasSize(10));
    }

    @Test
    void refusesABodyThatIsTooLargeByItsLengthAndByWhatComes() {
        String large = "\"" + "x".repeat(MEBIBYTE) + "\"";
        refused(write().body(large).post("/v1/laws"), 413, "body-too-large");
        given().header("Authorization", "Bearer " + Keys.admin()).contentType("application/json")
                .body("\"" + "x".repeat(MEBIBYTE - 2) + "\"").post("/v1/laws").then().statusCode(200);
    }

    @Test
    void refusesLongHeadersAndAddresses() {
        refused(given().header("X-Long", "x".repeat(17_000)).get("/v1/laws"), 431, "headers-too-large");
        refused(given().get("/v1/laws?state=" + "x".repeat(9_000)), 414, "uri-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/jsonx", "json" })
    void takesJsonOnlyWhereTheDocumentSaysSo(String type) {
        refused(given().header("Authorization", "Bearer " + Keys.admin()).header("Content-Type", type).body("{}".getBytes())
                .post("/v1/laws"), 415, "unsupported-media-type").body("detail", containsString("application/json"));
    }

    @Test
    void takesNoCompressedBody() {
        refused(write().header("Content-Encoding", "gzip").body("{}").post("/v1/laws"), 415, "unsupported-media-type");
    }

    @Test
    void wantsABodyWhereTheDocumentWantsOne() {
        refused(given().header("Authorization", "Bearer " + Keys.admin()).post("/v1/laws"), 400, "invalid-input")
                .body("errors[0].field", equalTo("body"));
        refused(write().body("{}").delete("/v1/policies/7"), 400, "invalid-input").body("errors[0].field", equalTo("body"));
        refused(given().contentType("application/json").body("{}").get("/v1/laws"), 400, "invalid-input");
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/html", "application/xml", "text/csv", "application/json;q=0", "image/*", "*/*;q=0" })
    void refusesToAnswerWhoWantsNoJson(String accept) {
        refused(given().header("Accept", accept).get("/v1/laws"), 406, "not-acceptable").body("detail",
                containsString("application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "*/*", "application/*", "application/json", "application/problem+json", "APPLICATION/JSON",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/json; charset=utf-8",
            "text/html;q=1, */*;q=0.1" })
    void answersWhoTakesJson(String accept) {
        given().header("Accept", accept).get("/v1/laws").then().statusCode(200).contentType("application/json");
    }

    @Test
    void refusesWithoutABodyToHead() {
        given().head("/v1/nothing").then().statusCode(404).contentType("application/problem+json").body(equalTo(""));
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i).toArray(String[]::new);
    }

    private static RequestSpecification asItStands() {
        return given().urlEncodingEnabled(false);
    }

    private static RequestSpecification write() {
        return given().header("Authorization", "Bearer " + Keys.admin()).contentType("application/json");
    }

    private static ValidatableResponse refused(Response response, int status, String slug) {
        return response.then().statusCode(status).contentType("application/problem+json").body("status", equalTo(status))
                .body("type", equalTo("/problems/" + slug)).body("requestId", hasLength(36))
                .body("requestId", equalTo(response.header("X-Request-Id"))).header("Cache-Control", "no-store");
    }
}
