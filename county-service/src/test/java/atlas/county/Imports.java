package atlas.county;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import atlas.service.testing.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Sends files and follows them, as a partner does. */
final class Imports {

    static final String CSV = "text/csv";
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String HEADER = "county,factor,stance,instrument,title,effectiveFrom,sourceTitle,sourceUrl\n";

    private Imports() {
    }

    /** A line of {@link #HEADER}. */
    static String line(String county, String title) {
        return county + ",LIMITS_ICE_HOLDS,PROTECTIVE,ORDINANCE," + title + ",2019-07-22,Source,https://example.org/a\n";
    }

    static ValidatableResponse send(String type, String content) {
        return send(type, content.getBytes(StandardCharsets.UTF_8));
    }

    static ValidatableResponse send(String type, byte[] content) {
        return writer().contentType(type).body(content).post("/v1/imports").then();
    }

    /** The import at its end, after it was taken. */
    static ValidatableResponse done(ValidatableResponse sent) {
        return done(taken(sent));
    }

    static String taken(ValidatableResponse sent) {
        return sent.statusCode(202).header("Location", startsWith("/v1/imports/")).extract().header("Location");
    }

    static ValidatableResponse done(String location) {
        return until(location, "COMPLETED");
    }

    static ValidatableResponse until(String location, String status) {
        await().pollInterval(50, MILLISECONDS).atMost(60, SECONDS)
                .until(() -> reader().get(location).then().extract().<String> path("status"), endsWith(status));
        return reader().get(location).then().statusCode(200);
    }

    static String refusedAsCsv(String location) {
        return reader().queryParam("outcome", "refused").accept("text/csv").get(location + "/rows").then()
                .statusCode(200).contentType("text/csv").extract().asString();
    }

    static ValidatableResponse rows(String location, String outcome) {
        return reader().queryParam("outcome", outcome).get(location + "/rows").then().statusCode(200);
    }

    static ValidatableResponse policies(String county) {
        return reader().get("/v1/counties/" + county + "/policies").then().statusCode(200);
    }

    static RequestSpecification writer() {
        return as(TestTokens.admin());
    }

    static RequestSpecification reader() {
        return given().auth().oauth2(TestTokens.admin());
    }

    /** A partner that may write about Maryland. */
    static RequestSpecification maryland() {
        return as(TestTokens.partner(Set.of("policies:write"), Set.of("MD"), Set.of()));
    }

    /** A partner of another organisation. */
    static RequestSpecification stranger() {
        return as(TestTokens.partnerOf("Another Organisation", Set.of("policies:write")));
    }

    static RequestSpecification anonymous() {
        return as(TestTokens.anonymous());
    }

    static RequestSpecification as(String token) {
        return given().config(RestAssuredConfig.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(NDJSON, ContentType.TEXT)
                        .encodeContentTypeAs(XLSX, ContentType.BINARY)))
                .auth().oauth2(token);
    }
}
