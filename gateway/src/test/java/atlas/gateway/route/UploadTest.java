package atlas.gateway.route;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import atlas.gateway.testing.GatewayTest;
import atlas.gateway.testing.Keys;
import atlas.gateway.testing.Line;
import atlas.gateway.testing.PartnersApi;
import atlas.gateway.testing.RawHttp;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Long bodies, which pass through to the service without being kept. The document of the tests takes 64 MiB. */
@GatewayTest
class UploadTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int MOST = 64 * MEBIBYTE;
    // what the buffers of the system hold at the most: what fits there is not the gateway's
    private static final int BUFFERED = 48 * MEBIBYTE;
    private static final byte[] PART = new byte[65_536];
    // half of what the gateway of the tests bears
    private static final Duration STANDSTILL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHUNK = "10000\r\n" + "x".repeat(65_536) + "\r\n";
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Test
    void bringsALongBodyToTheServiceWhole() throws Exception {
        byte[] file = file(20 * MEBIBYTE);
        HttpResponse<String> answer = CLIENT.send(request("whole", BodyPublishers.ofByteArray(file)).build(),
                BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals("/v1/imports/7", answer.headers().firstValue("Location").orElse(""));
        assertEquals(36, answer.headers().firstValue("X-Request-Id").orElse("").length());
        JsonPath seen = new JsonPath(answer.body());
        assertEquals(sha256(file), seen.getString("sha256"));
        assertEquals(Integer.toString(file.length), seen.getString("length"));
        assertEquals(null, seen.getString("coding"));
    }

    @Test
    void bringsABodyOfUntoldLengthToTheServiceWhole() throws Exception {
        byte[] file = file(20 * MEBIBYTE);
        BodyPublisher parts = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file));
        HttpResponse<String> answer = CLIENT.send(request("chunked", parts).build(), BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        JsonPath seen = new JsonPath(answer.body());
        assertEquals(sha256(file), seen.getString("sha256"));
        assertEquals("chunked", seen.getString("coding"));
    }

    @Test
    void stopsReadingWhileTheServiceDoes() throws Exception {
        try (Line line = Line.to(port)) {
            line.say(head("name=unread&act=leave", "text/csv", "Content-Length: " + MOST));
            int taken = takenUntilNoMoreIs(line);
            assertTrue(taken < BUFFERED, taken + " bytes were taken");
        }
    }

    /** The rest is taken when the gateway has given up, and then thrown away. */
    private static int takenUntilNoMoreIs(Line line) throws IOException {
        for (int said = 0; said < MOST; said += PART.length) {
            long before = System.nanoTime();
            line.say(PART);
            if (System.nanoTime() - before > STANDSTILL.toNanos()) {
                return said;
            }
        }
        return MOST;
    }

    @Test
    void tellsWhenTheServiceDoesNotTakeTheBody() throws IOException {
        try (Line line = Line.to(port)) {
            line.say(head("name=unread&act=leave", "text/csv", "Content-Length: " + MOST)).say(file(8 * MEBIBYTE));
            RawHttp answer = line.listen();
            assertEquals(504, answer.status(), answer.toString());
        }
    }

    @Test
    void refusesByTheAnnouncedLengthBeforeAnyOfIt() throws IOException {
        try (Line line = Line.to(port)) {
            RawHttp answer = line.say(head("name=announced", "text/csv", "Content-Length: " + (MOST + 1))).listen();
            assertEquals(413, answer.status(), answer.toString());
            assertTrue(answer.says("/problems/body-too-large") && answer.says(MOST + " bytes"), answer.toString());
        }
        became("announced").body("bytes", equalTo(0)).body("length", nullValue());
    }

    @Test
    void cutsABodyInPartsThatGrowsTooLong() throws Exception {
        try (Line line = Line.to(port)) {
            line.say(head("name=grown", "text/csv", "Transfer-Encoding: chunked"));
            for (int said = 0; said < MOST; said += PART.length) {
                line.say(CHUNK);
            }
            RawHttp answer = line.say("1\r\nx\r\n").listen();
            assertEquals(413, answer.status(), answer.toString());
            assertTrue(answer.says("/problems/body-too-large"), answer.toString());
        }
        wasCut("grown");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Content-Length: 1000000", "Transfer-Encoding: chunked" })
    void doesNotPassACutBodyForAWholeOne(String length) throws Exception {
        String name = "departed" + length.length();
        try (Line line = Line.to(port)) {
            line.say(head("name=" + name, "text/csv", length)).say(CHUNK).say(CHUNK);
            began(name);
        }
        wasCut(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "100000000\r\n\r\n", "ffffffff00000000\r\n\r\n", "+0\r\n\r\n", "0;a=\"\r\n\r\n", "0\n\n",
            "nonsense\r\n" })
    void doesNotPassABodyForWholeWhoseEndIsNotClear(String end) throws Exception {
        String name = "unclear" + Math.abs(end.hashCode());
        try (Line line = Line.to(port)) {
            line.say(head("name=" + name, "text/csv", "Transfer-Encoding: chunked")).say(CHUNK);
            began(name);
            line.say(end + "GET /v1/laws HTTP/1.1\r\nHost: localhost\r\n\r\n");
            RawHttp answer = line.listen();
            assertTrue(answer.answers() <= 1 && answer.status() < 500, answer.toString());
        }
        wasCut(name);
    }

    @Test
    void readsOneRequestWhereTwoLengthsAreGiven() throws IOException {
        try (Line line = Line.to(port)) {
            RawHttp answer = line.say(head("name=two", "text/csv", "Content-Length: 5\r\nTransfer-Encoding: chunked")
                    + "0\r\n\r\nGET /v1/laws HTTP/1.1\r\nHost: localhost\r\n\r\n").listen();
            assertTrue(answer.answers() <= 1 && answer.status() < 500, answer.toString());
        }
        became("two").body("bytes", equalTo(0)).body("whole", equalTo(false));
    }

    /**
     * While the body is not whole. It is tried more than once where the connection breaks under what is being written: what is
     * met then is a matter of luck.
     */
    @ParameterizedTest
    @ValueSource(strings = { "refuse", "refuse-and-close", "refuse-and-close", "refuse-and-close" })
    void tellsAnEarlyAnswerAtOnce(String act) throws Exception {
        try (Line line = Line.to(port)) {
            line.say(head("name=" + act + "&act=" + act, "text/csv", "Content-Length: " + MOST));
            CompletableFuture<Void> answered = new CompletableFuture<>();
            CompletableFuture.runAsync(() -> pour(line, answered));
            assertEquals("HTTP/1.1 422", line.hear("HTTP/1.1 422".length()));
            answered.complete(null);
            RawHttp rest = line.listen();
            assertTrue(rest.says("not today"), rest.toString());
        }
    }

    /** Says a body, of which the last part only behind the answer. */
    private static void pour(Line line, CompletableFuture<Void> answered) {
        try {
            for (int said = PART.length; said < MOST; said += PART.length) {
                line.say(PART);
            }
            answered.join();
            line.say(PART);
        } catch (IOException closed) {
            // by the gateway, which has answered, or by the test
        }
    }

    @Test
    void tellsAnEarlyAnswerToWhoHasSaidNothingYet() throws IOException {
        try (Line line = Line.to(port)) {
            RawHttp answer = line.say(head("name=mute&act=refuse", "text/csv", "Content-Length: " + MOST)).listen();
            assertEquals(422, answer.status(), answer.toString());
        }
    }

    @Test
    void endsASenderThatStandsStill() throws Exception {
        RawHttp answer;
        try (Line line = Line.to(port)) {
            answer = line.say(head("name=still", "text/csv", "Content-Length: 1000000")).say(PART).listen();
        }
        assertEquals(400, answer.status(), answer.toString());
        assertTrue(answer.says("/problems/malformed-body") && answer.wasClosed(), answer.toString());
        wasCut("still");
    }

    @Test
    void endsASenderThatTakesForever() throws Exception {
        try (Line line = Line.to(port)) {
            line.say(head("name=drip", "text/csv", "Content-Length: 1000000"));
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 50; i++) {
                    line.say("x");
                    Thread.sleep(300); // the pace of the sender is what is tried
                }
            });
        }
        wasCut("drip");
    }

    @Test
    void givesTheServiceItsTimeFromTheEndOfTheBody() throws Exception {
        try (Line line = Line.to(port)) {
            line.say(head("name=slow", "text/csv", "Content-Length: 8"));
            for (int i = 0; i < 8; i++) {
                Thread.sleep(450); // more than three seconds together: the service has three, from the end
                line.say("x");
            }
            RawHttp answer = line.say("").listen();
            assertEquals(202, answer.status(), answer.toString());
        }
        given().header("Authorization", "Bearer " + Keys.ofMaryland()).contentType("text/csv").body("a,b")
                .post("/v1/imports?name=silent&act=silent").then().statusCode(504)
                .body("type", equalTo("/problems/gateway-timeout"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/xml", "application/octet-stream" })
    void takesTheMediaTypesOfTheDocument(String type) throws IOException {
        refusedUnseen("type", head("name=type", type, "Content-Length: 5000000"), 415);
    }

    @Test
    void takesNoCompressedBody() throws IOException {
        refusedUnseen("gzip", head("name=gzip", "text/csv", "Content-Encoding: gzip\r\nContent-Length: 5000000"), 415);
    }

    @Test
    void wantsAKeyWithAScopeOfTheDocument() throws IOException {
        refusedUnseen("nokey", head("name=nokey", "text/csv", "Content-Length: 5000000").replaceAll("Authorization.*\r\n", ""),
                401);
        String laws = PartnersApi.given(PartnersApi.partner("'scopes': ['laws:write']").getString("id"), "{'name': 'a'}")
                .getString("key");
        refusedUnseen("scope", head("name=scope", "text/csv", "Content-Length: 5000000").replace(Keys.ofMaryland(), laws), 403);
    }

    @Test
    void wantsABody() {
        given().header("Authorization", "Bearer " + Keys.ofMaryland()).post("/v1/imports?name=none").then().statusCode(400)
                .body("errors[0].field", equalTo("body"));
    }

    @Test
    void passesSeveralPartsWithTheirBoundary() {
        byte[] parts = "---x y\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\na,b\r\n---x y--\r\n".getBytes();
        String type = "multipart/form-data; boundary=\"-x y\"";
        given().header("Authorization", "Bearer " + Keys.ofMaryland()).header("Content-Type", type).body(parts)
                .post("/v1/imports?name=parts").then().statusCode(202).body("type", equalTo(type))
                .body("bytes", equalTo(parts.length));
    }

    @Test
    void asksForABodyThatIsHeldBack() throws Exception {
        byte[] file = file(2 * MEBIBYTE);
        HttpResponse<String> answer = CLIENT.send(
                request("held", BodyPublishers.ofByteArray(file)).expectContinue(true).build(),
                BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        assertEquals(sha256(file), new JsonPath(answer.body()).getString("sha256"));
        try (Line line = Line.to(port)) {
            RawHttp refused = line.say(head("name=held2", "text/csv", "Expect: 100-continue\r\nContent-Length: " + (MOST + 1)))
                    .listen();
            assertEquals(413, refused.status(), refused.toString());
            assertFalse(refused.says("HTTP/1.1 100"), refused.toString());
        }
    }

    @Test
    void keepsTheUsualLimitForAllOthers() {
        given().header("Authorization", "Bearer " + Keys.admin()).contentType("application/json").body(new byte[MEBIBYTE + 1])
                .post("/v1/laws").then().statusCode(413).body("detail", containsString(MEBIBYTE + " bytes"));
    }

    @Test
    void goesOnWithTheNextRequestOnTheSameConnection() throws IOException {
        String csv = head("name=first", "text/csv", "Content-Length: 3").replace("Connection: close\r\n", "") + "a,b";
        try (Line line = Line.to(port)) {
            RawHttp answers = line.say(csv + csv + head("name=third", "text/csv", "Content-Length: 3") + "a,b").listen();
            assertEquals(3, answers.answers(), answers.toString());
        }
    }

    private void refusedUnseen(String name, String head, int status) throws IOException {
        try (Line line = Line.to(port)) {
            RawHttp answer = line.say(head).listen();
            assertEquals(status, answer.status(), answer.toString());
            assertTrue(answer.says("application/problem+json"), answer.toString());
        }
        became(name).body("type", nullValue()).body("bytes", equalTo(0));
    }

    private static void began(String name) {
        await().atMost(PATIENCE).until(() -> became(name).extract().<Integer> path("bytes") > 0);
    }

    private static void wasCut(String name) {
        await().atMost(PATIENCE).until(() -> became(name).extract().<Boolean> path("cut"));
        became(name).body("whole", equalTo(false)).body("bytes", greaterThan(0));
    }

    private static ValidatableResponse became(String name) {
        return given().get("/v1/imports/" + name).then().statusCode(200);
    }

    private HttpRequest.Builder request(String name, BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/imports?name=" + name))
                .header("Authorization", "Bearer " + Keys.ofMaryland()).header("Content-Type", "application/x-ndjson")
                .POST(body);
    }

    private static String head(String query, String type, String length) {
        return "POST /v1/imports?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + Keys.ofMaryland() + "\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n";
    }

    private static byte[] file(int length) {
        byte[] file = new byte[length];
        new Random(7).nextBytes(file);
        return file;
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}
