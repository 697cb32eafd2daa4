package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Line;
import atlas.gateway.testing.RawHttp;
import io.restassured.response.ValidatableResponse;

/** Long answers that are no JSON documents, which pass through to the caller without being kept. */
@GatewayTest
class DownloadTest {

    // more than the buffers of the system hold: what fits there is not the gateway's
    private static final int BUFFERED = 48 * 1024 * 1024;
    private static final int LENGTH = 400_000 * "51013,2019-12-17,LIMITS_ICE_HOLDS,adopted by the board\n".length();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @CsvSource({ "all,false", "measured,true" })
    void bringsALongAnswerToTheCallerWhole(String act, boolean measured) throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(rows(act, act), BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        assertEquals(LENGTH, answer.body().length);
        assertEquals("text/csv", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("public, max-age=0, s-maxage=10, must-revalidate",
                answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals("Accept, Accept-Encoding, Authorization", answer.headers().firstValue("Vary").orElse(""));
        assertEquals(36, answer.headers().firstValue("X-Request-Id").orElse("").length());
        assertEquals(measured, answer.headers().firstValue("Content-Length").isPresent());
        assertFalse(answer.headers().firstValue("ETag").isPresent());
    }

    @Test
    void stopsReadingWhileTheCallerDoesAndEndsWhenItLeaves() throws Exception {
        try (Line line = Line.to(port)) {
            line.say(get("unread", "longest"));
            assertEquals(1000, line.hear(1000).length());
            Thread.sleep(1000); // in which all of it could have come
            became("unread").body("whole", equalTo(false)).body("bytes", lessThan(BUFFERED));
        }
        wasCut("unread");
    }

    @Test
    void endsTheServicesWorkForACallerThatNeverReadsOn() throws Exception {
        try (Line line = Line.to(port)) {
            line.say(get("stuck", "longest"));
            assertEquals(1000, line.hear(1000).length());
            wasCut("stuck");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "break-off", "stand-still" })
    void doesNotPassACutAnswerForAWholeOne(String act) throws IOException {
        assertThrows(IOException.class, () -> CLIENT.send(rows(act, act), BodyHandlers.ofByteArray()));
        try (Line line = Line.to(port)) {
            RawHttp answer = line.say(get(act, act)).listen();
            assertEquals(200, answer.status());
            assertTrue(answer.wasClosed() && !answer.says("\r\n0\r\n"), "no last part");
        }
    }

    @Test
    void tellsTheOldVersionTheEndByThatOfTheConnection() throws IOException {
        try (Line line = Line.to(port)) {
            RawHttp answer = line.say(get("old", "all").replace("HTTP/1.1", "HTTP/1.0")).listen();
            assertTrue(answer.wasClosed(), "closed");
            assertFalse(answer.says("Transfer-Encoding") || answer.says("transfer-encoding"), "one piece");
            assertTrue(answer.toString().length() > LENGTH, answer.toString().length() + " characters");
        }
    }

    @Test
    void keepsTheTagOfAShortAnswer() {
        String tag = csv().get("/v1/imports/tags/rows?act=short").then().statusCode(200).header("ETag", notNullValue())
                .extract().header("ETag");
        csv().header("If-None-Match", tag).get("/v1/imports/tags/rows?act=short").then().statusCode(304);
    }

    @Test
    void answers304ToATagOfTheServiceWithoutTheRest() throws Exception {
        csv().header("If-None-Match", "\"7\"").get("/v1/imports/known/rows?act=tagged").then().statusCode(304)
                .header("ETag", "\"7\"").header("Content-Type", nullValue());
        ended("known");
    }

    @Test
    void answersHeadWithoutTheRest() throws Exception {
        csv().head("/v1/imports/head/rows?act=measured").then().statusCode(200)
                .header("Content-Length", Integer.toString(LENGTH))
                .body(equalTo(""));
        ended("head");
        csv().head("/v1/imports/head2/rows?act=all").then().statusCode(200).header("Content-Length", nullValue());
    }

    private static io.restassured.specification.RequestSpecification csv() {
        return given().header("Accept", "text/csv");
    }

    private HttpRequest rows(String name, String act) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/imports/" + name + "/rows?act=" + act))
                .header("Accept", "text/csv").build();
    }

    private static String get(String name, String act) {
        return "GET /v1/imports/" + name + "/rows?act=" + act + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n";
    }

    private static ValidatableResponse became(String name) {
        return given().get("/v1/imports/" + name).then().statusCode(200);
    }

    private static void wasCut(String name) {
        ended(name);
        became(name).body("whole", equalTo(false));
    }

    /** The service is at it no longer, done or cut. */
    private static void ended(String name) {
        await("the service is no longer at it").atMost(PATIENCE).until(() -> {
            var seen = became(name).extract();
            return seen.<Boolean> path("cut") || seen.<Boolean> path("whole");
        });
    }
}
